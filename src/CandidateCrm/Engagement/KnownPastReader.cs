using CandidateCrm.Relationships;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>One timeline as it was on record at instants of the past. Instants are asked about in their order.</summary>
internal sealed class KnownPastReader(IReadOnlyList<TimelineEvent> line)
{
    // A retraction acts from when it was recorded on, wherever it stands on the line.
    private readonly Instant[] _changes = [.. line.Select(KnownFrom).Order()];
    private int _changesSeen = -1;

    /// <summary>Returns what was known at an instant and not taken back by then; null where that is what the last answer said.</summary>
    internal List<TimelineEvent>? ChangedAt(Instant at)
    {
        var changes = Array.BinarySearch(_changes, at);
        changes = changes < 0 ? ~changes : changes;
        while (changes < _changes.Length && _changes[changes] <= at)
        {
            changes++;
        }

        if (changes == _changesSeen)
        {
            return null;
        }

        _changesSeen = changes;
        List<TimelineEvent> known = [.. line.Where(one => KnownFrom(one) <= at)];
        var retracted = Retracted.Of(known);
        known.RemoveAll(one => one.Entry is FactsRetracted || retracted?.Takes(one) == true);
        return known;
    }

    private static Instant KnownFrom(TimelineEvent one) => one.Entry is FactsRetracted ? one.RecordedAt : Instant.Max(one.RecordedAt, one.OccurredAt);
}
