using CandidateCrm.Candidates;

namespace CandidateCrm.Relationships;

/// <summary>A slice of a feature that this version does not know, kept byte for byte.</summary>
public sealed record UnknownSlice
{
    /// <summary>Gets the name of the slice.</summary>
    public required string Name { get; init; }

    /// <summary>Gets its JSON text.</summary>
    [PersonalData]
    public required string Json { get; init; }

    /// <summary>Returns the name.</summary>
    public override string ToString() => $"UnknownSlice {Name}";
}
