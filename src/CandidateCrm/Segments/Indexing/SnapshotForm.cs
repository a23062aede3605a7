using System.Globalization;
using System.Text;
using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Segments.Indexing;

/// <summary>What stands in a snapshot, and in which order.</summary>
internal static class SnapshotForm
{
    internal const int Format = 2;

    private const string Name = "CandidateCrm.SegmentIndex";

    internal static void Write<T>(SegmentIndex<T> index, IndexWriter writer, string position)
    {
        var version = index.Version;
        writer.Write(Name);
        writer.Write(Format);
        writer.Write(index.Tenant.Value);
        writer.Write(FieldsOf(index.Schema));
        writer.Write(position);
        writer.Write(version.Number);
        writer.Write(version.AsOf is { } asOf ? 1 : 0);
        ValueKinds.Instants.Write(writer, version.AsOf ?? NodaConstants.UnixEpoch);
        writer.Write(version.Chunks.Length);
        foreach (var chunk in version.Chunks)
        {
            writer.Write(chunk.Rows);
            chunk.Keys.Write(writer);
            chunk.Table.Write(writer);
            foreach (var kept in chunk.Kept ?? [])
            {
                var bytes = index.Moving!.Write(kept);
                writer.Write(bytes.Length);
                writer.Write(bytes);
            }
        }
    }

    internal static SnapshotReading<T> Read<T>(IndexReader reader, SegmentSchema<T> schema, TenantId tenant, MovingFields<T>? moving)
    {
        IndexReader.Check(reader.ReadText() == Name);
        if (reader.ReadNumber() != Format)
        {
            return new SnapshotReading<T> { Status = SnapshotStatus.OtherFormat };
        }

        if (reader.ReadText() != tenant.Value)
        {
            return new SnapshotReading<T> { Status = SnapshotStatus.OtherTenant };
        }

        if (reader.ReadText() != FieldsOf(schema))
        {
            return new SnapshotReading<T> { Status = SnapshotStatus.OtherSchema };
        }

        var position = reader.ReadText();
        var version = ReadVersion(reader, schema, moving);
        return new SnapshotReading<T> { Status = SnapshotStatus.Restored, Position = position.Length > 0 ? position : null, Index = new SegmentIndex<T>(schema, tenant, moving, version) };
    }

    private static IndexVersion<T> ReadVersion<T>(IndexReader reader, SegmentSchema<T> schema, MovingFields<T>? moving)
    {
        var number = reader.ReadLong();
        var (isKnown, asOf) = (reader.ReadNumber(1) == 1, ValueKinds.Instants.Read(reader));
        var chunks = new List<IndexChunk<T>>();
        for (var left = reader.ReadNumber(); left > 0; left--)
        {
            var rows = reader.ReadNumber(IndexChunk<T>.MostRows);
            IndexReader.Check(rows > 0);
            var keys = KeyColumn.Read(reader, rows);
            IndexReader.Check(chunks.Count == 0 || string.CompareOrdinal(chunks[^1].Keys[chunks[^1].Rows - 1], keys[0]) < 0);
            chunks.Add(new IndexChunk<T>(keys, TableReading.Read(schema, reader, rows), ReadKept(reader, rows, moving)));
        }

        IndexReader.Check(reader.IsAtEnd);
        return new IndexVersion<T>([.. chunks], number, isKnown ? asOf : null);
    }

    private static T[]? ReadKept<T>(IndexReader reader, int rows, MovingFields<T>? moving)
    {
        if (moving is null)
        {
            return null;
        }

        var kept = new T[rows];
        for (var row = 0; row < rows; row++)
        {
            kept[row] = moving.Read(reader.ReadBytes(reader.ReadNumber()));
        }

        return kept;
    }

    /// <summary>Writes what columns depend on: the fields in their order, with type, class and case.</summary>
    private static string FieldsOf(SegmentSchema schema)
    {
        var fields = new StringBuilder();
        foreach (var field in schema.Fields)
        {
            fields.Append(CultureInfo.InvariantCulture, $"{field.Name.Length}:{field.Name}:{field.Type}:{field.Class}:{field.IsCaseSensitive}");
            if (field.Items is { } items)
            {
                fields.Append('(').Append(FieldsOf(items)).Append(')');
            }

            fields.Append(';');
        }

        return fields.ToString();
    }
}
