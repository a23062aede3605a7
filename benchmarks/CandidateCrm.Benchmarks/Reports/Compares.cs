namespace CandidateCrm.Benchmarks.Reports;

/// <summary>What a ratio is made of.</summary>
public enum Compares
{
    /// <summary>Median times.</summary>
    Time,

    /// <summary>Bytes per operation.</summary>
    Bytes,
}
