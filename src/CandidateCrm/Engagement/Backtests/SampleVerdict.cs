namespace CandidateCrm.Engagement;

/// <summary>A score and the index of its band, as a back-test keeps them.</summary>
/// <param name="Score">The score.</param>
/// <param name="Band">The index of the band; 0 where the model has none.</param>
internal readonly record struct SampleVerdict(decimal Score, int Band);
