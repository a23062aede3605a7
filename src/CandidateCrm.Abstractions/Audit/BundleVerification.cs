namespace CandidateCrm.Audit;

/// <summary>Whether a bundle comes to the same here as where it was exported.</summary>
public sealed record BundleVerification
{
    /// <summary>Gets a value indicating whether it does.</summary>
    public bool Matches => Line == 0;

    /// <summary>Gets the number of the first line that differs, from 1 on; 0 where none does.</summary>
    public required int Line { get; init; }

    /// <summary>Gets that line as it was exported; null where there is none.</summary>
    public string? Expected { get; init; }

    /// <summary>Gets that line as it is here; null where there is none.</summary>
    public string? Actual { get; init; }

    /// <summary>Gets a value indicating whether the same version of the engine exported it: another one may come to something else.</summary>
    public required bool IsSameEngine { get; init; }

    /// <summary>Gets a value indicating whether it was exported with the same zone data: others may have other due times.</summary>
    public required bool IsSameZoneData { get; init; }
}
