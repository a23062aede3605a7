using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>Adds up what relationships took, one after the other.</summary>
internal sealed class EffortTally
{
    private readonly SortedDictionary<string, long> _byKind = new(StringComparer.Ordinal);
    private long _relationships;
    private long _touches;
    private Int128 _nanos;

    /// <summary>Takes in the facts of one relationship, in any order.</summary>
    internal void Add(IReadOnlyCollection<TimelineEvent> facts)
    {
        if (facts.Count == 0)
        {
            return;
        }

        _relationships++;
        _nanos += ElapsedTime.NanosOf(facts.Max(fact => fact.OccurredAt)) - ElapsedTime.NanosOf(facts.Min(fact => fact.OccurredAt));
        foreach (var touch in facts.Select(fact => fact.Entry).OfType<TouchpointRecorded>())
        {
            _touches++;
            _byKind[touch.Kind.Value] = _byKind.GetValueOrDefault(touch.Kind.Value) + 1;
        }
    }

    internal RelationshipEffort At(Instant at) => new()
    {
        At = at,
        Relationships = _relationships,
        Touches = _touches,
        TouchesEach = Each(_touches),
        DaysEach = Each((decimal)_nanos / NodaConstants.NanosecondsPerDay),
        ByKind = [.. _byKind.Select(pair => new TouchKindCount { Kind = TouchKind.From(pair.Key), Count = pair.Value })],
    };

    private decimal? Each(decimal sum) => _relationships == 0 ? null : ScoreBounds.Rounded(sum / _relationships);
}
