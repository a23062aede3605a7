using CandidateCrm.Timeline;

namespace CandidateCrm.Tenants;

/// <summary>The answer to a submitted fact.</summary>
public sealed record Submitted
{
    /// <summary>Gets the id of the fact; unassigned where there was none.</summary>
    public required EventId Event { get; init; }

    /// <summary>Gets what became of it.</summary>
    public required SubmitStatus Status { get; init; }

    /// <summary>Gets why it was refused, with one of <see cref="FindingCodes"/>; null otherwise.</summary>
    public Refusal? Refusal { get; init; }
}
