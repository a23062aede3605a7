namespace CandidateCrm.Benchmarks.Relationships;

/// <summary>A replay of 20,000 events with the charter alone, reading included, beside reading them.</summary>
public class T02_Replay() : ReplayOfHistories(BenchmarkHistories.CharterAlone);
