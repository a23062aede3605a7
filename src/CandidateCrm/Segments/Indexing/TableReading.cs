using NodaTime;

namespace CandidateCrm.Segments.Indexing;

/// <summary>Reads the columns of a snapshot, by the fields of a schema.</summary>
internal static class TableReading
{
    /// <summary>More items than this are in no chunk that was ever written.</summary>
    private const int MostItems = 1 << 28;

    internal static IndexTable Read(SegmentSchema schema, IndexReader reader, int rows) =>
        new(rows, [.. schema.Fields.Select(field => field.Class == AttributeClass.Protected ? null : ReadColumn(field, reader, rows))]);

    private static IndexColumn ReadColumn(SegmentField field, IndexReader reader, int rows) => field.Type switch
    {
        FieldType.Number => ValueColumn<decimal?>.Read(ValueKinds.Numbers, reader, rows),
        FieldType.Boolean => ValueColumn<bool?>.Read(ValueKinds.Flags, reader, rows),
        FieldType.Date => ValueColumn<LocalDate?>.Read(ValueKinds.Dates, reader, rows),
        FieldType.Instant => ValueColumn<Instant?>.Read(ValueKinds.Instants, reader, rows),
        FieldType.TextSet or FieldType.CodeSet or FieldType.NumberSet or FieldType.Collection => ReadList(field, reader, rows),
        _ => ValueColumn<string?>.Read(ValueKinds.Texts, reader, rows),
    };

    private static ListColumn ReadList(SegmentField field, IndexReader reader, int rows)
    {
        var items = reader.ReadNumber(MostItems);
        var offsets = Offsets.Read(reader, rows, items);
        IndexReader.Check(offsets.Items == items);
        return new ListColumn(offsets, Read(field.Items!, reader, items), field.Type != FieldType.Collection);
    }
}
