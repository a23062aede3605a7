using System.Collections.Immutable;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Storage;

/// <summary>The rows of lists that a relationship has: ids and keys, never anything personal.</summary>
internal static class IndexRows
{
    internal static ImmutableArray<IndexRow> Of(Relationship relationship)
    {
        var rows = ImmutableArray.CreateBuilder<IndexRow>(1 + (relationship.Charter?.Promises.Length ?? 0));
        rows.Add(new IndexRow { Index = IndexNames.Candidates, Candidate = relationship.Key.Candidate, Sort = 0 });
        foreach (var promise in relationship.Charter?.Promises ?? [])
        {
            rows.Add(new IndexRow
            {
                Index = IndexNames.Promises,
                Candidate = relationship.Key.Candidate,
                Sort = Microseconds.ToMicros(promise.DueAt),
                Item = promise.Key.ToString(),
            });
        }

        return rows.MoveToImmutable();
    }
}
