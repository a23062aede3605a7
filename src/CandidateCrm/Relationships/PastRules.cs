namespace CandidateCrm.Relationships;

/// <summary>
/// The rules of a past in which some features had reacted all along: each entry of the log as it was, but with those features on, with the scoring
/// models of the last entry, and with the lifecycle that came next where there was none.
/// </summary>
/// <param name="history">The rules as they were.</param>
/// <param name="last">The index of the entry up to which the past goes.</param>
/// <param name="asking">The features that had reacted all along.</param>
internal sealed class PastRules(RulesHistory history, int last, Reaction[] asking)
{
    /// <summary>Says whether a feature is folded at all: one that asks, or one whose reading of a fact others need.</summary>
    internal bool Needs(Reaction reaction) => reaction.IsReadByOthers || Array.IndexOf(asking, reaction) >= 0;

    internal RulesHistory History(Reaction[] order)
    {
        // What others read is as it reads now: with it off as it was then, they would look back anew wherever it came back.
        var latest = history.InForce(last);
        string[] lifted = [.. order.Where(reaction => Needs(reaction) && !latest.IsOff(reaction.Feature)).Select(reaction => reaction.Feature)];
        var entries = new RulesInForce[last + 1];
        var next = latest;
        for (var i = last; i >= 0; i--)
        {
            var entry = history.InForce(i);
            entries[i] = next = entry.Lifted(lifted, entry.Rules.With(entry.Rules.Rules.Lifecycle ?? next.Rules.Rules.Lifecycle, latest.Rules));
        }

        return history.With(entries);
    }
}
