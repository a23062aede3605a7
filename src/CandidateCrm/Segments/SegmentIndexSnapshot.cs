using System.Security.Cryptography;
using System.Text.Json;
using CandidateCrm.Candidates;
using CandidateCrm.Segments.Indexing;

namespace CandidateCrm.Segments;

/// <summary>Writes one version of an index to a stream, and reads it back: with a format, the tenant, the fields, and a checksum over all of it.</summary>
public static class SegmentIndexSnapshot
{
    /// <summary>Writes the present version of an index; it may go on meanwhile. It holds values of candidates: keep it as safe as the tables they come from.</summary>
    /// <param name="index">The index.</param>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="position">Up to where the host had followed what happens, to be given back when it is read; null for nothing.</param>
    public static void Write<T>(SegmentIndex<T> index, Stream stream, string? position = null)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new IndexWriter(stream);
        SnapshotForm.Write(index, writer, position ?? string.Empty);
        writer.Close();
    }

    /// <summary>Reads a snapshot up to the end of a stream. One that cannot be used is an answer, not an exception: the index is to be built anew then.</summary>
    /// <param name="stream">Where from; it stays open.</param>
    /// <param name="schema">The schema, whose fields have to be those that the snapshot was written with.</param>
    /// <param name="tenant">The tenant, which has to be the one that it was written for.</param>
    public static SnapshotReading<T> Read<T>(Stream stream, SegmentSchema<T> schema, TenantId tenant) => Read(stream, schema, tenant, moving: null);

    internal static SnapshotReading<T> Read<T>(Stream stream, SegmentSchema<T> schema, TenantId tenant, MovingFields<T>? moving)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(schema);
        using var all = new MemoryStream();
        stream.CopyTo(all);
        var bytes = all.GetBuffer().AsSpan(0, (int)all.Length);
        var length = bytes.Length - SHA256.HashSizeInBytes;
        if (length < 0 || !SHA256.HashData(bytes[..length]).AsSpan().SequenceEqual(bytes[length..]))
        {
            return new SnapshotReading<T> { Status = SnapshotStatus.Broken };
        }

        try
        {
            return SnapshotForm.Read(new IndexReader(bytes[..length].ToArray()), schema, tenant, moving);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or OverflowException or JsonException)
        {
            return new SnapshotReading<T> { Status = SnapshotStatus.Broken };
        }
    }
}
