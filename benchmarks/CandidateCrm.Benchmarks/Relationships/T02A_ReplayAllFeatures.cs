namespace CandidateCrm.Benchmarks.Relationships;

/// <summary>A replay of 20,000 events with every feature on, reading included, beside reading them.</summary>
public class T02A_ReplayAllFeatures() : ReplayOfHistories(BenchmarkHistories.Rules);
