using System.Collections.Immutable;

namespace CandidateCrm.Segments;

/// <summary>The table with the items of a set or collection.</summary>
public sealed record SqlItems
{
    /// <summary>Gets the table.</summary>
    public required SqlTable Table { get; init; }

    /// <summary>Gets which columns belong together: one of the table that the items belong to, and one of this table; at least one pair, without nulls.</summary>
    public required ImmutableArray<SqlJoin> Joins
    {
        get;
        init => field = value.IsDefaultOrEmpty ? throw new ArgumentException("Items belong to somebody: name at least one pair of columns.", nameof(value)) : value;
    }
}
