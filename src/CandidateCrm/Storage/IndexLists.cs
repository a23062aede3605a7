using System.Collections.Immutable;

namespace CandidateCrm.Storage;

/// <summary>The lists of one tenant, each sorted by (sort value, candidate, item).</summary>
internal sealed class IndexLists
{
    private static readonly Comparer<IndexRow> ByKey = Comparer<IndexRow>.Create(Compare);

    private readonly Dictionary<string, SortedSet<IndexRow>> _lists = new(StringComparer.Ordinal);

    internal void Replace(ImmutableArray<IndexRow> old, ImmutableArray<IndexRow> rows)
    {
        foreach (var row in old)
        {
            if (!rows.Contains(row) && _lists.TryGetValue(row.Index, out var list))
            {
                list.Remove(row);
            }
        }

        foreach (var row in rows)
        {
            if (!old.Contains(row))
            {
                ListOf(row.Index).Add(row);
            }
        }
    }

    internal IReadOnlyList<IndexRow> Read(IndexQuery query)
    {
        if (!_lists.TryGetValue(query.Index, out var list) || list.Max is not { } last || (query.After is { } over && Compare(over, last) >= 0))
        {
            return [];
        }

        var page = new List<IndexRow>();
        foreach (var row in query.After is { } start ? list.GetViewBetween(start, last) : list)
        {
            if (page.Count == query.Max || row.Sort > query.UpTo)
            {
                break;
            }

            if (query.After is not { } after || Compare(row, after) > 0)
            {
                page.Add(row);
            }
        }

        return page;
    }

    private static int Compare(IndexRow a, IndexRow b)
    {
        var order = a.Sort.CompareTo(b.Sort);
        order = order != 0 ? order : string.CompareOrdinal(a.Candidate.Value, b.Candidate.Value);
        return order != 0 ? order : string.CompareOrdinal(a.Item, b.Item);
    }

    private SortedSet<IndexRow> ListOf(string index)
    {
        if (!_lists.TryGetValue(index, out var list))
        {
            list = new SortedSet<IndexRow>(ByKey);
            _lists.Add(index, list);
        }

        return list;
    }
}
