namespace CandidateCrm.Relationships;

/// <summary>A feature raised more derived events in one pass than the limit. Caught by the fold, which sets the feature aside.</summary>
internal sealed class DerivedLimitException() : Exception($"A pass has at most {FoldPass.MostDerived} derived events.");
