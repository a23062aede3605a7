namespace CandidateCrm;

/// <summary>What one round of the outbox did.</summary>
public sealed record OutboxReport
{
    /// <summary>Gets how many effects were handed over.</summary>
    public required int Done { get; init; }

    /// <summary>Gets how many were skipped: tasks that came too late, or were closed before they were opened.</summary>
    public required int Skipped { get; init; }

    /// <summary>Gets how many were held because they are paused. One that waits for long is counted each time that it is looked at.</summary>
    public required int Held { get; init; }

    /// <summary>Gets how many failed and will be tried again.</summary>
    public required int Failed { get; init; }

    /// <summary>Gets how many failed too often and wait for a person.</summary>
    public required int Parked { get; init; }
}
