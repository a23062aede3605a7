namespace CandidateCrm.Segments.Indexing;

/// <summary>The columns of some rows, one for each field of a schema; none for a field that is never read.</summary>
internal sealed class IndexTable(int rows, IndexColumn?[] columns)
{
    internal int Rows => rows;

    internal long Bytes => ColumnBytes.OfObject + ColumnBytes.Of(columns) + columns.Sum(column => column?.Bytes ?? 0);

    internal IndexColumn this[int field] => columns[field]!;

    /// <summary>Returns the codes of elements, of a table that has one column of one value.</summary>
    internal Codes ElementCodes(out int values)
    {
        (values, var codes) = columns[0] switch
        {
            ValueColumn<string?> texts => (texts.Values.Count, texts.Codes),
            ValueColumn<decimal?> numbers => (numbers.Values.Count, numbers.Codes),
            _ => throw new InvalidOperationException("A set has texts or numbers."),
        };
        return codes;
    }

    internal IndexTable Slice(int from, int count) => new(count, Array.ConvertAll(columns, column => column?.Slice(from, count)));

    internal IndexTable Splice(int at, int removed, IndexTable inserted)
    {
        var spliced = new IndexColumn?[columns.Length];
        for (var field = 0; field < columns.Length; field++)
        {
            spliced[field] = columns[field]?.Splice(at, removed, inserted[field]);
        }

        return new IndexTable(rows - removed + inserted.Rows, spliced);
    }

    internal void Write(IndexWriter writer)
    {
        foreach (var column in columns)
        {
            column?.Write(writer);
        }
    }
}
