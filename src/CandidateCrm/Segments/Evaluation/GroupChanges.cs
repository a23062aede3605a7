using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>When a group of rules may next hold otherwise.</summary>
internal static class GroupChanges
{
    /// <summary>
    /// A rule that decides alone («and»: one that does not hold; «or»: one that does) keeps the group as it is until it changes itself, and so does each of several: the last of them is waited for.
    /// Where there is none, the first change of any counts.
    /// </summary>
    internal static Instant? Next<T>(RuleNode<T>[] rules, T item, FlipSearch search, bool decidedBy)
    {
        Instant? first = null;
        Instant? last = Instant.MinValue;
        foreach (var rule in rules)
        {
            var next = rule.NextChange(item, search);
            if (rule.Holds(item, search.Moment) != decidedBy)
            {
                first = FlipSearch.Earlier(first, next);
            }
            else if ((last = FlipSearch.Later(last, next)) is null)
            {
                return null;
            }
        }

        return last > Instant.MinValue ? last : first;
    }
}
