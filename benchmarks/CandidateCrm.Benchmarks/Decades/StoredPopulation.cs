using CandidateCrm.Candidates;
using CandidateCrm.Relationships;

namespace CandidateCrm.Benchmarks.Decades;

/// <summary>Two hundred candidates of ten years.</summary>
internal static class StoredPopulation
{
    internal const int Candidates = 200;
    internal const int Median = Candidates / 2;

    /// <summary>The place of the one that all but one in a hundred are no larger than.</summary>
    internal const int NinetyNinth = (Candidates * 99 / 100) - 1;

    /// <summary>Folds the ten years of a candidate.</summary>
    internal static Decision Fold(long seed, DecadeKind kind)
    {
        var events = CandidateDecade.Events(seed, kind, TenantId.From("acme"));
        return new RelationshipEngine().Replay(events[0].Relationship, events, DecadeRules.Log, CandidateDecade.End);
    }

    /// <summary>Measures what is stored of all of them, in the order of the size.</summary>
    internal static StoredSize[] Sizes() =>
        [.. Enumerable.Range(0, Candidates).Select(i => StoredSize.Of(Fold(i, CandidateDecade.KindOf(i)))).OrderBy(size => size.Total)];
}
