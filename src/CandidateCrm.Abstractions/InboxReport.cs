namespace CandidateCrm;

/// <summary>What one round of the inbox did. Batches are counted by candidate and claim, facts one by one.</summary>
public sealed record InboxReport
{
    /// <summary>Gets how many batches were recorded.</summary>
    public required int Batches { get; init; }

    /// <summary>Gets how many facts were recorded.</summary>
    public required long Recorded { get; init; }

    /// <summary>Gets how many facts were there already.</summary>
    public required long Repeated { get; init; }

    /// <summary>Gets how many facts came with an id of another fact.</summary>
    public required long IdReused { get; init; }

    /// <summary>Gets how many batches failed and will be tried again.</summary>
    public required int Failed { get; init; }

    /// <summary>Gets how many batches failed too often and wait for a person.</summary>
    public required int Parked { get; init; }

    /// <summary>Gets how many batches were left to somebody else, because the lease was lost before their turn came.</summary>
    public required int LeftToOthers { get; init; }
}
