using CandidateCrm.Candidates;
using CandidateCrm.Timeline;

namespace CandidateCrm.Relationships;

/// <summary>
/// The fold of a past in which some features had reacted all along. Only they are folded, and those whose reading of a fact they need, which react
/// when they did: one that was off stays off there, and looks back by itself when it comes back.
/// </summary>
internal static class PastFold
{
    /// <summary>Begins the fold of a line.</summary>
    internal static Fold Begin(RelationshipKey key, IReadOnlyList<TimelineEvent> line, PastRules rules, Reaction[] order)
    {
        var history = rules.History();
        var needed = Array.FindAll(order, reaction => reaction.IsReadByOthers || rules.Lifts(reaction.Feature));
        return new Fold(Relationship.Empty(key), history, needed, new FoldMemory(line, history.Count > 1));
    }
}
