namespace CandidateCrm.Tenants;

/// <summary>How far an import is. Everything counted here is committed.</summary>
public readonly record struct ImportProgress
{
    /// <summary>Gets how many facts were read and dealt with, those that were passed over included: where to go on.</summary>
    public required long Read { get; init; }

    /// <summary>Gets how many were recorded.</summary>
    public required long Recorded { get; init; }

    /// <summary>Gets how many were there already.</summary>
    public required long Repeated { get; init; }

    /// <summary>Gets how many came with an id of another fact.</summary>
    public required long IdReused { get; init; }

    /// <summary>Gets how many were refused.</summary>
    public required long Refused { get; init; }
}
