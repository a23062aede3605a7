using CandidateCrm.Candidates;
using CandidateCrm.Timeline;

namespace CandidateCrm.Relationships;

/// <summary>The fold of a past in which some features had reacted all along. Only they are folded, and those whose reading of a fact they need.</summary>
internal static class PastFold
{
    /// <summary>Begins the fold of a line.</summary>
    internal static Fold Begin(RelationshipKey key, IReadOnlyList<TimelineEvent> line, PastRules rules, Reaction[] order)
    {
        var history = rules.History(order);
        return new Fold(Relationship.Empty(key), history, Array.FindAll(order, rules.Needs), new FoldMemory(line, history.Count > 1));
    }
}
