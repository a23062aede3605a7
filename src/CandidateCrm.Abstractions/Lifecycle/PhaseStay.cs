using NodaTime;

namespace CandidateCrm.Lifecycle;

/// <summary>How often a phase was left, and the total time in it before that.</summary>
public readonly record struct PhaseStay
{
    /// <summary>Gets the phase.</summary>
    public required Phase Phase { get; init; }

    /// <summary>Gets how often it was left.</summary>
    public required int Visits { get; init; }

    /// <summary>Gets the total time of those stays.</summary>
    public required Duration Total { get; init; }
}
