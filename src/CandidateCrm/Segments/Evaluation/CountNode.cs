using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>How many items a rule holds for. What is unknown of an item counts as both, so that the count is known where it does not matter.</summary>
internal sealed class CountNode<T, TItem>(Func<T, IReadOnlyList<TItem>?> read, RuleNode<TItem> where, CountRule rule) : RuleNode<T>
{
    private readonly CountTarget _target = new(rule.Mode, rule.Threshold);

    internal override bool Holds(T item, Moment moment)
    {
        var list = read(item);
        var items = Elements.Of(list);
        var (count, more) = Settled(list);
        foreach (var each in items)
        {
            count += where.Holds(each, moment) ? 1 : 0;
        }

        return _target.IsMet(count, items.Length + more);
    }

    internal override bool? Judge(T item, Moment moment)
    {
        var list = read(item);
        var items = Elements.Of(list);
        var (sure, more) = Settled(list);
        var (all, unknown) = (items.Length + more, 0);
        foreach (var each in items)
        {
            var judged = where.Judge(each, moment);
            sure += judged == true ? 1 : 0;
            unknown += judged is null ? 1 : 0;
        }

        var isMet = _target.IsMet(sure, all);
        for (var i = 1; i <= unknown; i++)
        {
            if (_target.IsMet(sure + i, all) != isMet)
            {
                return null;
            }
        }

        return isMet;
    }

    /// <summary>As many items as are missing have to begin to count, or as many as are spare to end: the last of the first so many is waited for.</summary>
    internal override Instant? NextChange(T item, FlipSearch search)
    {
        var list = read(item);
        var items = Elements.Of(list);
        var (beginning, ending) = (new List<Instant>(), new List<Instant>());
        var (count, others) = Settled(list);
        foreach (var each in items)
        {
            var counts = where.Holds(each, search.Moment);
            count += counts ? 1 : 0;
            if (where.NextChange(each, search) is { } next)
            {
                (counts ? ending : beginning).Add(next);
            }
        }

        var (more, fewer) = _target.Distance(count, items.Length + others);
        return FlipSearch.Earlier(Last(beginning, more), Last(ending, fewer));
    }

    private (int Counting, int All) Settled(IReadOnlyList<TItem>? list) => list is CarriedItems<TItem> carried ? carried.SettledFor(rule) : (0, 0);

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
