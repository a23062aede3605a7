using NodaTime;

namespace CandidateCrm.Segments.Indexing;

/// <summary>Everything that an index held at one time, chunks in the order of their ids. It never changes.</summary>
internal sealed class IndexVersion<T>(IndexChunk<T>[] chunks, long number, Instant? asOf)
{
    internal IndexChunk<T>[] Chunks => chunks;

    internal long Number => number;

    internal Instant? AsOf => asOf;

    internal int Count { get; } = chunks.Sum(chunk => chunk.Rows);

    internal long Bytes => ColumnBytes.OfObject + ColumnBytes.Of(chunks) + chunks.Sum(chunk => chunk.Bytes);

    internal IndexStamp Stamp => new() { Version = number, AsOf = asOf, Candidates = Count };
}
