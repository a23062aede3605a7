namespace CandidateCrm.Segments;

/// <summary>
/// A column of the host. Texts and codes are text without a collation that ignores case; numbers are numeric, on SQLite of at most 15 digits; truth values are boolean,
/// on SQLite 0 and 1; dates are <c>date</c>, on SQLite text such as <c>2026-03-09</c>; instants are as <see cref="Instants"/> says.
/// </summary>
public sealed record SqlColumn
{
    /// <summary>Gets the name of the column; any text, it is quoted.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the column that holds the text in upper case, as <see cref="string.ToUpperInvariant"/> has it; null where there is none.</summary>
    public string? Upper { get; init; }

    /// <summary>Gets how instants are kept.</summary>
    public SqlInstants Instants { get; init; }
}
