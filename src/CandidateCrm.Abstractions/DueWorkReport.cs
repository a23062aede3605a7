namespace CandidateCrm;

/// <summary>What one round of due work did.</summary>
public sealed record DueWorkReport
{
    /// <summary>Gets how many alarms were settled.</summary>
    public required int Settled { get; init; }

    /// <summary>Gets how many were left to somebody else, because the lease was lost or the relationship changed too often meanwhile.</summary>
    public required int LeftToOthers { get; init; }
}
