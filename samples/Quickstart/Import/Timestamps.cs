using CandidateCrm.Timeline;
using NodaTime;
using NodaTime.Text;

namespace Quickstart.Import;

/// <summary>Reads timestamps: with an offset, or local ones in the zone of the map, or a date alone.</summary>
internal sealed class Timestamps(ImportMap map)
{
    private const int Shortest = 6;
    private const int Longest = 40;
    private static readonly Instant Earliest = Instant.FromUtc(1900, 1, 1, 0, 0);
    private static readonly OffsetDateTimePattern WithOffset = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.FFFFFFFFFo<G>");

    private static readonly LocalDateTimePattern[] Local =
    [
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.FFFFFFFFF"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm"),
    ];

    private readonly LocalDateTimePattern? _own = map.TimestampFormat is { } format ? LocalDateTimePattern.CreateWithInvariantCulture(format) : null;

    /// <summary>Reads a timestamp between 1900 and the latest instant given.</summary>
    internal bool TryRead(ReadOnlySpan<char> text, Instant latest, out Instant instant, out Precision precision)
    {
        precision = Precision.Instant;
        instant = default;
        text = text.Trim();
        if (text.Length is < Shortest or > Longest)
        {
            return false;
        }

        var read = _own is null ? ReadIso(text, ref precision) : ReadLocal(_own, text.ToString());
        instant = read ?? default;
        return read >= Earliest && read <= latest;
    }

    private Instant? ReadIso(ReadOnlySpan<char> text, ref Precision precision)
    {
        if (!char.IsAsciiDigit(text[0]) || text.Length < 10)
        {
            return null;
        }

        if (text.Length == 10)
        {
            precision = Precision.Day;
            return LocalDatePattern.Iso.Parse(text.ToString()) is { Success: true } date ? map.Zone.AtStartOfDay(date.Value).ToInstant() : null;
        }

        var normal = text[10] == ' ' ? string.Concat(text[..10], "T", text[11..].TrimStart()) : text.ToString();
        if (WithOffset.Parse(normal) is { Success: true } exact)
        {
            return exact.Value.ToInstant();
        }

        return ReadLocal(Local[0], normal) ?? ReadLocal(Local[1], normal);
    }

    private Instant? ReadLocal(LocalDateTimePattern pattern, string text) =>
        pattern.Parse(text) is { Success: true } local ? local.Value.InZoneLeniently(map.Zone).ToInstant() : null;
}
