using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>A step that waits to be shown, with the delay that held when the move behind it was made.</summary>
public sealed record PublicWaiting
{
    /// <summary>Gets the step.</summary>
    public required PublicStepKey Step { get; init; }

    /// <summary>Gets why the candidate goes back, where it is a step back.</summary>
    public ReasonCode Reason { get; init; }

    /// <summary>Gets before when it is not shown.</summary>
    public required Instant NotBefore { get; init; }

    /// <summary>Gets a value indicating whether it waits for a message.</summary>
    public bool AwaitsMessage { get; init; }

    /// <summary>Gets when it is shown by time alone; null where only a message shows it.</summary>
    public Instant? ShowsAt { get; init; }
}
