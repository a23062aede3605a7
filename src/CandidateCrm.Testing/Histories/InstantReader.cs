using NodaTime;
using NodaTime.Text;

namespace CandidateCrm.Testing;

/// <summary>Reads instants as people write them in tests: ISO 8601 with an offset or Z, seconds optional.</summary>
internal static class InstantReader
{
    private static readonly OffsetDateTimePattern[] Patterns =
    [
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mmo<Z+HH:mm>"),
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFFFFFo<Z+HH:mm>"),
    ];

    internal static Instant Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var pattern in Patterns)
        {
            if (pattern.Parse(text) is { Success: true } read)
            {
                return read.Value.ToInstant();
            }
        }

        throw new ArgumentException("An instant is ISO 8601 with an offset or Z, such as 2026-03-02T10:00+01:00.", nameof(text));
    }
}
