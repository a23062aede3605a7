using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CandidateCrm.Json;
using NodaTime;

namespace CandidateCrm.Rules.Shapes;

/// <summary>
/// Lengths of time in the spelling of ISO 8601. Elapsed time has days of 24 hours, <c>P1DT12H</c>; working time has none, because a working day
/// has no fixed length: <c>PT16H</c>.
/// </summary>
internal static partial class DurationText
{
    private const string Elapsed = "P(?=[0-9T])(?:(?<days>[0-9]{1,9})D)?" + Time + "?";
    private const string Working = "P" + Time;

    private const string Time = "(?:T(?=[0-9])(?:(?<hours>[0-9]{1,9})H)?(?:(?<minutes>[0-9]{1,9})M)?(?:(?<seconds>[0-9]{1,9})(?:\\.(?<fraction>[0-9]{1,9}))?S)?)";

    /// <summary>Returns the pattern without the names of its groups, which not every reader of patterns knows.</summary>
    internal static string Pattern(bool isElapsed) => GroupName().Replace(isElapsed ? Elapsed : Working, string.Empty);

    internal static string Write(Duration duration, bool isElapsed)
    {
        var nanos = DurationNanos.Of(duration);
        var text = new StringBuilder(nanos < 0 ? "-P" : "P");
        nanos = Int128.Abs(nanos);
        if (isElapsed)
        {
            Append(text, ref nanos, NodaConstants.NanosecondsPerDay, 'D');
        }

        if (nanos > 0 || text.Length < 2)
        {
            text.Append('T');
            Append(text, ref nanos, NodaConstants.NanosecondsPerHour, 'H');
            Append(text, ref nanos, NodaConstants.NanosecondsPerMinute, 'M');
            AppendSeconds(text, nanos);
        }

        return text.ToString();
    }

    internal static bool TryRead(string text, bool isElapsed, out Duration duration)
    {
        duration = default;
        var match = (isElapsed ? IsElapsed() : IsWorking()).Match(text);
        if (!match.Success)
        {
            return false;
        }

        var nanos = (Part(match, "days") * NodaConstants.NanosecondsPerDay)
            + (Part(match, "hours") * NodaConstants.NanosecondsPerHour)
            + (Part(match, "minutes") * NodaConstants.NanosecondsPerMinute)
            + (Part(match, "seconds") * NodaConstants.NanosecondsPerSecond)
            + (match.Groups["fraction"] is { Success: true, Value: var fraction } ? Int128.Parse(fraction.PadRight(9, '0'), CultureInfo.InvariantCulture) : 0);
        if (!DurationNanos.Fits(nanos))
        {
            return false;
        }

        duration = DurationNanos.DurationOf(nanos);
        return true;
    }

    private static Int128 Part(Match match, string name) =>
        match.Groups[name] is { Success: true, Value: var digits } ? Int128.Parse(digits, CultureInfo.InvariantCulture) : 0;

    private static void Append(StringBuilder text, ref Int128 nanos, long unit, char letter)
    {
        var (count, rest) = Int128.DivRem(nanos, unit);
        if (count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{count}{letter}");
        }

        nanos = rest;
    }

    private static void AppendSeconds(StringBuilder text, Int128 nanos)
    {
        if (nanos == 0 && text[^1] != 'T')
        {
            return;
        }

        var (seconds, fraction) = Int128.DivRem(nanos, NodaConstants.NanosecondsPerSecond);
        text.Append(CultureInfo.InvariantCulture, $"{seconds}");
        if (fraction > 0)
        {
            text.Append('.').Append(fraction.ToString("D9", CultureInfo.InvariantCulture).TrimEnd('0'));
        }

        text.Append('S');
    }

    [GeneratedRegex(@"\?<[a-z]+>", RegexOptions.ExplicitCapture)]
    private static partial Regex GroupName();

    [GeneratedRegex("\\A" + Elapsed + "\\z", RegexOptions.ExplicitCapture)]
    private static partial Regex IsElapsed();

    [GeneratedRegex("\\A" + Working + "\\z", RegexOptions.ExplicitCapture)]
    private static partial Regex IsWorking();
}
