namespace CandidateCrm.Segments;

/// <summary>Two columns that hold the same where rows belong together.</summary>
public readonly record struct SqlJoin
{
    /// <summary>Gets the column of the table that the items, or the memberships, belong to.</summary>
    public required string Outer { get; init; }

    /// <summary>Gets the column of their own table.</summary>
    public required string Inner { get; init; }
}
