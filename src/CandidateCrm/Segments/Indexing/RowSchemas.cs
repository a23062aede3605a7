using System.Linq.Expressions;
using NodaTime;

namespace CandidateCrm.Segments.Indexing;

/// <summary>Makes the schema by which typed nodes read rows of a table instead of candidates.</summary>
internal static class RowSchemas
{
    internal static SegmentSchema<IndexRow> Of(SegmentSchema schema)
    {
        var readers = new Dictionary<string, FieldReader<IndexRow>>(StringComparer.Ordinal);
        for (var place = 0; place < schema.Fields.Length; place++)
        {
            if (ReaderOf(schema.Fields[place].Type, place) is { } reader)
            {
                readers.Add(schema.Fields[place].Name, reader);
            }
        }

        return new SegmentSchema<IndexRow>(schema.Fields, readers, schema.WeekStart);
    }

    /// <summary>Returns how a field is read; null for a collection, of which only items are asked.</summary>
    private static FieldReader<IndexRow>? ReaderOf(FieldType type, int place) => type switch
    {
        FieldType.Number => Values<decimal?>(place),
        FieldType.Boolean => Values<bool?>(place),
        FieldType.Date => Values<LocalDate?>(place),
        FieldType.Instant => Values<Instant?>(place),
        FieldType.TextSet or FieldType.CodeSet => Read<IReadOnlyList<string>?>(row => Elements<string?>(row, place)!),
        FieldType.NumberSet => Read<IReadOnlyList<decimal>?>(row => Array.ConvertAll(Elements<decimal?>(row, place), number => number.GetValueOrDefault())),
        FieldType.Collection => null,
        _ => Values<string?>(place),
    };

    private static ValueReader<IndexRow, TValue> Values<TValue>(int place) => Read(row => ((ValueColumn<TValue>)row.Table[place]).ValueOf(row.Row, default!));

    private static TElement[] Elements<TElement>(IndexRow row, int place)
    {
        var column = (ListColumn)row.Table[place];
        var elements = new TElement[column.Offsets.CountOf(row.Row)];
        for (var element = 0; element < elements.Length; element++)
        {
            elements[element] = ((ValueColumn<TElement>)column.Items[0]).ValueOf(column.Offsets[row.Row] + element, default!);
        }

        return elements;
    }

    private static ValueReader<IndexRow, TValue> Read<TValue>(Func<IndexRow, TValue> read)
    {
        var row = Expression.Parameter(typeof(IndexRow));
        return new(Expression.Lambda<Func<IndexRow, TValue>>(Expression.Invoke(Expression.Constant(read), row), row), read: read);
    }
}
