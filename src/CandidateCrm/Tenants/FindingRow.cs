using CandidateCrm.Candidates;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tenants;

/// <summary>Reads rows of the list of findings.</summary>
internal static class FindingRow
{
    private static readonly CandidateId Any = CandidateId.From("!");

    internal static ListedFinding Read(IndexRow row)
    {
        var parts = row.Item.Split('\t');
        var (meaning, right) = FindingWords.Of(parts[0]);
        return new ListedFinding
        {
            Code = parts[0],
            Subject = parts[1],
            Candidate = row.Candidate,
            At = Microseconds.ToInstant(row.Sort),
            Event = EventId.Stored(parts[2]),
            Sentence = meaning,
            WouldBeRight = right,
        };
    }

    internal static string CodeOf(IndexRow row) => row.Item[..row.Item.IndexOf('\t', StringComparison.Ordinal)];

    /// <summary>Returns the first and the last sort value that a filter takes.</summary>
    internal static (long First, long Last) BoundsOf(FindingFilter filter) =>
        (filter.Since is { } since ? MicrosFrom(since) : long.MinValue, filter.Until is { } until ? MicrosFrom(until) - 1 : long.MaxValue);

    /// <summary>Returns a key before all rows of a sort value, and perhaps before some of the one below.</summary>
    internal static IndexRow Before(long first) => new() { Index = IndexNames.Findings, Candidate = Any, Sort = first - 1 };

    /// <summary>Compares rows as lists do.</summary>
    internal static int Compare(IndexRow a, IndexRow b)
    {
        var order = a.Sort.CompareTo(b.Sort);
        return order != 0 ? order : string.CompareOrdinal(a.Item, b.Item);
    }

    // Findings stand on whole microseconds: the first one at or after an instant between two of them is the later one.
    private static long MicrosFrom(NodaTime.Instant at) => Microseconds.ToMicros(at) + (Microseconds.Floor(at) < at ? 1 : 0);
}
