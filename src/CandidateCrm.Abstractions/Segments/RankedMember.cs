namespace CandidateCrm.Segments;

/// <summary>A member of a segment, and the number that its place comes from.</summary>
public sealed record RankedMember
{
    /// <summary>Gets the id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the number.</summary>
    public required decimal Value { get; init; }
}
