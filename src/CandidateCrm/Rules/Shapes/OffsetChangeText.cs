using CandidateCrm.Calendars;
using NodaTime;
using NodaTime.Text;

namespace CandidateCrm.Rules.Shapes;

/// <summary>A change of clocks in one text, as short as it goes: a table has two for each year.</summary>
internal static class OffsetChangeText
{
    private static readonly InstantPattern[] Patterns =
    [
        InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH'Z'"),
        InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm'Z'"),
        InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'Z'"),
    ];

    internal static string Write(OffsetChange change) => PatternOf(change.At).Format(change.At) + OffsetPattern.GeneralInvariant.Format(change.Offset);

    internal static bool TryRead(string text, out OffsetChange change)
    {
        change = default;
        var end = text.IndexOf('Z', StringComparison.Ordinal) + 1;
        foreach (var pattern in Patterns)
        {
            if (pattern.Parse(text[..end]).TryGetValue(default, out var at) && OffsetPattern.GeneralInvariant.Parse(text[end..]).TryGetValue(default, out var offset))
            {
                change = new OffsetChange { At = at, Offset = offset };
                return string.Equals(Write(change), text, StringComparison.Ordinal);
            }
        }

        return false;
    }

    private static InstantPattern PatternOf(Instant at)
    {
        var seconds = at.ToUnixTimeSeconds();
        return Patterns[seconds % 3_600 == 0 ? 0 : seconds % 60 == 0 ? 1 : 2];
    }
}
