namespace CandidateCrm.Segments.Indexing;

/// <summary>One row of a table, for conditions over several fields: they are asked row by row, of what the columns hold. It is moved from row to row.</summary>
internal sealed class IndexRow
{
    internal required IndexTable Table { get; init; }

    internal int Row { get; set; }
}
