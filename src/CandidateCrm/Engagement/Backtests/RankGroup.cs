namespace CandidateCrm.Engagement;

/// <summary>The samples with one score.</summary>
/// <param name="Score">The score.</param>
/// <param name="Positives">Those whose outcome came.</param>
/// <param name="Negatives">Those whose outcome did not come.</param>
internal readonly record struct RankGroup(decimal Score, long Positives, long Negatives)
{
    internal long Samples => Positives + Negatives;
}
