using System.Collections.Immutable;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>Reads what was known of one line at instants of the past.</summary>
internal static class KnownPastReader
{
    /// <summary>Divides instants, which rise, into the fewest runs; the last one ends with the last instant.</summary>
    internal static IEnumerable<KnownStretch> Read(IReadOnlyList<TimelineEvent> line, ImmutableArray<Instant> instants, bool importedAsOccurred)
    {
        var begins = new SortedSet<int> { 0 };
        foreach (var one in line)
        {
            var known = PlaceOf(KnownFrom(one, importedAsOccurred), instants);
            if (known < instants.Length && (one.Entry is FactsRetracted || known != PlaceOf(one.OccurredAt, instants)))
            {
                begins.Add(known);
            }
        }

        int[] borders = [.. begins, instants.Length];
        foreach (var (first, end) in borders.Zip(borders.Skip(1)))
        {
            List<TimelineEvent> known = [.. line.Where(one => KnownFrom(one, importedAsOccurred) <= instants[end - 1])];
            var retracted = Retracted.Of(known);
            known.RemoveAll(one => one.Entry is FactsRetracted || retracted?.Takes(one) == true);
            yield return new KnownStretch(first, end - first, known);
        }
    }

    /// <summary>Returns the place of the first instant at or after this one.</summary>
    private static int PlaceOf(Instant at, ImmutableArray<Instant> instants)
    {
        var place = instants.BinarySearch(at);
        return place < 0 ? ~place : place;
    }

    // A retraction acts from when it was recorded on, wherever it stands on the line.
    private static Instant KnownFrom(TimelineEvent one, bool importedAsOccurred) =>
        one.Entry is FactsRetracted ? one.RecordedAt
        : importedAsOccurred && one.Batch.IsAssigned ? one.OccurredAt
        : Instant.Max(one.RecordedAt, one.OccurredAt);
}
