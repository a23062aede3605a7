using System.Diagnostics.CodeAnalysis;
using CandidateCrm.Timeline;
using NodaTime;
using NodaTime.Text;

namespace CandidateCrm.Json;

/// <summary>Instants in documents: ISO 8601 in UTC, always with six decimals of a second. Years before 0 begin with a minus.</summary>
internal static class InstantText
{
    internal const int Length = 28;

    private static readonly InstantPattern Pattern = InstantPattern.ExtendedIso;

    internal static int Write(Instant instant, Span<byte> text)
    {
        var micros = Microseconds.ToMicros(instant);
        var seconds = Math.DivRem(micros, 1_000_000, out var fraction);
        if (fraction < 0)
        {
            fraction += 1_000_000;
            seconds--;
        }

        var utc = Instant.FromUnixTimeSeconds(seconds).InUtc();
        if (utc.Year < 0)
        {
            text[0] = (byte)'-';
            return 1 + Digits(text[1..], utc, (int)fraction);
        }

        return Digits(text, utc, (int)fraction);
    }

    internal static bool TryRead([NotNullWhen(true)] string? text, out Instant instant)
    {
        var parsed = Pattern.Parse(text ?? string.Empty);
        instant = parsed.Success ? Microseconds.Floor(parsed.Value) : default;
        return parsed.Success;
    }

    private static int Digits(Span<byte> text, ZonedDateTime utc, int fraction)
    {
        Digits(text, 0, 4, Math.Abs(utc.Year));
        text[4] = (byte)'-';
        Digits(text, 5, 2, utc.Month);
        text[7] = (byte)'-';
        Digits(text, 8, 2, utc.Day);
        text[10] = (byte)'T';
        Digits(text, 11, 2, utc.Hour);
        text[13] = (byte)':';
        Digits(text, 14, 2, utc.Minute);
        text[16] = (byte)':';
        Digits(text, 17, 2, utc.Second);
        text[19] = (byte)'.';
        Digits(text, 20, 6, fraction);
        text[26] = (byte)'Z';
        return 27;
    }

    private static void Digits(Span<byte> text, int from, int count, int value)
    {
        for (var i = from + count - 1; i >= from; i--)
        {
            text[i] = (byte)('0' + (value % 10));
            value /= 10;
        }
    }
}
