namespace CandidateCrm.Engagement;

/// <summary>The highest score first; ties by candidate id, ordinally.</summary>
internal sealed class RankOrder : IComparer<RankedCandidate>
{
    internal static RankOrder Instance { get; } = new();

    public int Compare(RankedCandidate? x, RankedCandidate? y)
    {
        var byScore = Comparer<decimal?>.Default.Compare(y?.Score, x?.Score);
        return byScore != 0 ? byScore : string.CompareOrdinal(x?.Candidate.Value, y?.Candidate.Value);
    }
}
