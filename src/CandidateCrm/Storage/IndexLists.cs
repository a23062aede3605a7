using System.Collections.Immutable;
using CandidateCrm.Candidates;

namespace CandidateCrm.Storage;

/// <summary>The lists of one tenant, each sorted by (sort value, candidate, item).</summary>
internal sealed class IndexLists
{
    private static readonly Comparer<IndexRow> ByKey = Comparer<IndexRow>.Create(Compare);

    private static readonly CandidateId Lowest = CandidateId.From("!");

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

    /// <summary>Takes rows from, then adds rows to lists that grow. What a candidate has in them is told apart from the rows of its state.</summary>
    internal void Grow(HashSet<IndexRow> grown, RelationshipChange change)
    {
        foreach (var row in change.RemoveRows.IsDefault ? [] : change.RemoveRows)
        {
            if (grown.Remove(row))
            {
                ListOf(row.Index).Remove(row);
            }
        }

        foreach (var row in change.AddRows.IsDefault ? [] : change.AddRows)
        {
            if (grown.Add(row))
            {
                ListOf(row.Index).Add(row);
            }
        }
    }

    /// <summary>Takes all rows of one candidate out.</summary>
    internal void Erase(StoredRelationship owner)
    {
        Replace(owner.Rows, []);
        foreach (var row in owner.Grown ?? [])
        {
            ListOf(row.Index).Remove(row);
        }
    }

    internal IReadOnlyList<IndexRow> Read(IndexQuery query)
    {
        if (!_lists.TryGetValue(query.Index, out var list) || list.Count == 0)
        {
            return [];
        }

        var page = new List<IndexRow>();
        foreach (var row in View(list, query))
        {
            if (page.Count == query.Max || (!query.Descending && row.Sort > query.UpTo))
            {
                break;
            }

            // A view begins with the row that the page before ended with, if that is still there.
            if (!(row.Sort > query.UpTo) && (query.After is not { } after || Compare(row, after) != 0))
            {
                page.Add(row);
            }
        }

        return page;
    }

    /// <summary>Returns the rows from the one that the page before ended with, in the direction of the query.</summary>
    private static IEnumerable<IndexRow> View(SortedSet<IndexRow> list, IndexQuery query)
    {
        if (!query.Descending)
        {
            return query.After is not { } after ? list : Compare(after, list.Max!) > 0 ? Enumerable.Empty<IndexRow>() : list.GetViewBetween(after, list.Max);
        }

        // The first key at the sort value above the bound, but for a few whose candidates sort lower still: the reader leaves those out.
        var above = query.UpTo is { } upTo and < long.MaxValue ? new IndexRow { Index = query.Index, Candidate = Lowest, Sort = upTo + 1 } : null;
        var from = query.After is { } last && (above is null || Compare(last, above) < 0) ? last : above;
        return from is null ? list.Reverse() : Compare(from, list.Min!) < 0 ? [] : list.GetViewBetween(list.Min, from).Reverse();
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
