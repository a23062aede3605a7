namespace CandidateCrm.Benchmarks.Lifecycle;

/// <summary>What the guards look at.</summary>
public readonly record struct Dossier(int Score, bool HasFeedback, bool IsSponsored);
