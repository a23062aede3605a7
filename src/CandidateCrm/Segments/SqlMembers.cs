namespace CandidateCrm.Segments;

/// <summary>The table that says who is in which segment: a row for each.</summary>
public sealed record SqlMembers
{
    /// <summary>Gets the rows, and to whom they belong.</summary>
    public required SqlItems Rows { get; init; }

    /// <summary>Gets the column that holds the segment's key.</summary>
    public required string Segment { get; init; }
}
