namespace CandidateCrm.Segments.Indexing;

/// <summary>Who is in a segment by stored membership.</summary>
internal sealed class StoredStep<T>(SegmentKey segment, KeptMemberships<T> memberships) : IndexStep
{
    internal override void Run(IndexFrame frame, Span<ulong> bits) =>
        ((IndexChunk<T>)frame.Chunk!).BitsOf((segment, "in"), kept => memberships.IsMember(kept, segment)).CopyTo(bits);
}
