using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>A move inside, as the status page learns of it.</summary>
public readonly record struct PublicMove
{
    /// <summary>Gets the step behind which the application is now; unassigned where no row names its stage.</summary>
    public required PublicStepKey To { get; init; }

    /// <summary>Gets when it moved.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets why, if told; without a reason nobody goes back.</summary>
    public ReasonCode Reason { get; init; }
}
