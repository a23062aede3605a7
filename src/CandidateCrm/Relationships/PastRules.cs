namespace CandidateCrm.Relationships;

/// <summary>
/// The rules of a past in which some features had reacted all along: each entry of the log as it was, but with those features on, with the scoring
/// models of the last entry, and with the lifecycle that came next where there was none.
/// </summary>
/// <param name="history">The rules as they were.</param>
/// <param name="last">The index of the entry up to which the past goes.</param>
/// <param name="lifted">The features that had reacted all along.</param>
internal sealed class PastRules(RulesHistory history, int last, Reaction[] lifted)
{
    internal bool Lifts(string feature)
    {
        foreach (var reaction in lifted)
        {
            if (string.Equals(reaction.Feature, feature, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    internal RulesHistory History()
    {
        var entries = new RulesInForce[last + 1];
        var latest = history.InForce(last);
        var next = latest;
        for (var i = last; i >= 0; i--)
        {
            var entry = history.InForce(i);
            entries[i] = next = entry.Lifted(Lifts, entry.Rules.With(entry.Rules.Rules.Lifecycle ?? next.Rules.Rules.Lifecycle, latest.Rules));
        }

        return history.With(entries);
    }
}
