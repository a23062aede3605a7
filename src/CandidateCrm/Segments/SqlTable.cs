namespace CandidateCrm.Segments;

/// <summary>A table of the host, as rules read it: which column holds which field, and which tables hold the items of sets and collections.</summary>
public sealed record SqlTable
{
    /// <summary>Gets the name of the table; any text, it is quoted.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the schema that the table is in; null for that of the connection.</summary>
    public string? Schema { get; init; }

    /// <summary>Gets the name that the table has in the query around the condition: <c>c</c> by default. Of a table of items it has no meaning: those are named like it, with <c>_</c> after it.</summary>
    public string Alias { get; init; } = "c";

    /// <summary>Gets the columns by the names of fields. In the table of a set the element is the field with the empty name. A field that is not here comes back in the residual.</summary>
    public IReadOnlyDictionary<string, SqlColumn> Columns { get; init; } = new Dictionary<string, SqlColumn>();

    /// <summary>Gets the tables of sets and collections by the names of fields; one row for each item.</summary>
    public IReadOnlyDictionary<string, SqlItems> Items { get; init; } = new Dictionary<string, SqlItems>();

    /// <summary>Gets the table that says who is in which segment, changes by hand included; null where there is none.</summary>
    public SqlMembers? Members { get; init; }
}
