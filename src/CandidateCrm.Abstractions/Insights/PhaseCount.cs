using CandidateCrm.Lifecycle;

namespace CandidateCrm.Insights;

/// <summary>How many candidates stand in one phase.</summary>
public readonly record struct PhaseCount
{
    /// <summary>Gets the phase.</summary>
    public required Phase Phase { get; init; }

    /// <summary>Gets how many candidates.</summary>
    public required long Candidates { get; init; }
}
