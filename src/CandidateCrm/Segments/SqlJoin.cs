namespace CandidateCrm.Segments;

/// <summary>Two columns that hold the same where rows belong together.</summary>
/// <param name="Outer">The column of the table that items, or memberships, belong to.</param>
/// <param name="Inner">The column of their own table.</param>
public readonly record struct SqlJoin(string Outer, string Inner);
