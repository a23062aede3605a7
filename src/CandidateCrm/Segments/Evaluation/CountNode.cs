using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>How many items a rule holds for. What is unknown of an item counts as both, so that the count is known where it does not matter.</summary>
internal sealed class CountNode<T, TItem>(Func<T, IReadOnlyList<TItem>?> read, RuleNode<TItem> where, CountTarget target) : RuleNode<T>
{
    internal override bool Holds(T item, Moment moment)
    {
        var items = Elements.Of(read(item));
        var count = 0;
        foreach (var each in items)
        {
            count += where.Holds(each, moment) ? 1 : 0;
        }

        return target.IsMet(count, items.Length);
    }

    internal override bool? Judge(T item, Moment moment)
    {
        var items = Elements.Of(read(item));
        int sure = 0, unknown = 0;
        foreach (var each in items)
        {
            var judged = where.Judge(each, moment);
            sure += judged == true ? 1 : 0;
            unknown += judged is null ? 1 : 0;
        }

        var isMet = target.IsMet(sure, items.Length);
        for (var more = 1; more <= unknown; more++)
        {
            if (target.IsMet(sure + more, items.Length) != isMet)
            {
                return null;
            }
        }

        return isMet;
    }

    /// <summary>As many items as are missing have to begin to count, or as many as are spare to end: the last of the first so many is waited for.</summary>
    internal override Instant? NextChange(T item, FlipSearch search)
    {
        var items = Elements.Of(read(item));
        var (beginning, ending, count) = (new List<Instant>(), new List<Instant>(), 0);
        foreach (var each in items)
        {
            var counts = where.Holds(each, search.Moment);
            count += counts ? 1 : 0;
            if (where.NextChange(each, search) is { } next)
            {
                (counts ? ending : beginning).Add(next);
            }
        }

        var (more, fewer) = target.Distance(count, items.Length);
        return FlipSearch.Earlier(Last(beginning, more), Last(ending, fewer));
    }

    private static Instant? Last(List<Instant> changes, int? first)
    {
        if (!(first <= changes.Count))
        {
            return null;
        }

        changes.Sort();
        return changes[first.Value - 1];
    }
}
