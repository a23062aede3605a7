using CandidateCrm.Segments.Evaluation;

namespace CandidateCrm.Segments.Indexing;

/// <summary>Makes columns of candidates, or of items of theirs, by the accessors of a schema.</summary>
internal sealed class TableMaker<T>
{
    private readonly Func<IReadOnlyList<T>, IndexColumn?>[] _columns;

    internal TableMaker(SegmentSchema<T> schema) => _columns = [.. schema.Fields.Select(field => Of(schema, field))];

    internal IndexTable Make(IReadOnlyList<T> rows)
    {
        var columns = new IndexColumn?[_columns.Length];
        for (var field = 0; field < columns.Length; field++)
        {
            columns[field] = _columns[field](rows);
        }

        return new IndexTable(rows.Count, columns);
    }

    private static Func<IReadOnlyList<T>, IndexColumn?> Of(SegmentSchema<T> schema, SegmentField field)
    {
        if (field.Class == AttributeClass.Protected)
        {
            return _ => null;
        }

        return field.Type switch
        {
            FieldType.Number => Values(schema, field, ValueKinds.Numbers),
            FieldType.Boolean => Values(schema, field, ValueKinds.Flags),
            FieldType.Date => Values(schema, field, ValueKinds.Dates),
            FieldType.Instant => Values(schema, field, ValueKinds.Instants),
            FieldType.TextSet or FieldType.CodeSet => Sets<string>(schema, field),
            FieldType.NumberSet => Sets<decimal>(schema, field),
            FieldType.Collection => ((CollectionReader<T>)schema.ReaderOf(field.Name)).Use(new CollectionUse()),
            _ when field.Class == AttributeClass.Contact => Presence(schema, field),
            _ => Values(schema, field, ValueKinds.Texts),
        };
    }

    private static Func<IReadOnlyList<T>, IndexColumn?> Values<TValue>(SegmentSchema<T> schema, SegmentField field, ValueKind<TValue> kind)
    {
        var reader = (ValueReader<T, TValue>)schema.ReaderOf(field.Name);
        return rows =>
        {
            var read = reader.Read;
            var values = new TValue[rows.Count];
            for (var row = 0; row < values.Length; row++)
            {
                values[row] = read(rows[row]);
            }

            return ValueColumn<TValue>.Of(kind, values);
        };
    }

    /// <summary>Of a way to reach somebody rules may only ask whether there is one, and no more is kept.</summary>
    private static Func<IReadOnlyList<T>, IndexColumn?> Presence(SegmentSchema<T> schema, SegmentField field)
    {
        var reader = (ValueReader<T, string?>)schema.ReaderOf(field.Name);
        return rows => ValueColumn<string?>.Of(ValueKinds.Texts, [.. rows.Select(row => string.IsNullOrEmpty(reader.Read(row)) ? null : "there")]);
    }

    private static Func<IReadOnlyList<T>, IndexColumn?> Sets<TElement>(SegmentSchema<T> schema, SegmentField field)
    {
        var reader = (ValueReader<T, IReadOnlyList<TElement>?>)schema.ReaderOf(field.Name);
        var elements = new TableMaker<TElement>((SegmentSchema<TElement>)field.Items!);
        return rows => Listed(rows, reader.Read, elements, isSet: true);
    }

    private static ListColumn Listed<TItem>(IReadOnlyList<T> rows, Func<T, IReadOnlyList<TItem>?> read, TableMaker<TItem> maker, bool isSet)
    {
        var counts = new int[rows.Count];
        var items = new List<TItem>();
        for (var row = 0; row < counts.Length; row++)
        {
            if (read(rows[row]) is { } list)
            {
                var before = items.Count;
                items.AddRange(Elements.Of(list));
                counts[row] = items.Count - before;
            }
        }

        return new ListColumn(Offsets.Of(counts), maker.Make(items), isSet);
    }

    private sealed class CollectionUse : ICollectionUse<T, Func<IReadOnlyList<T>, IndexColumn?>>
    {
        public Func<IReadOnlyList<T>, IndexColumn?> Use<TItem>(Func<T, IReadOnlyList<TItem>?> read, SegmentSchema<TItem> items)
        {
            var maker = new TableMaker<TItem>(items);
            return rows => Listed(rows, read, maker, isSet: false);
        }
    }
}
