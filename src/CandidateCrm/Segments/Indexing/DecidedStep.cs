namespace CandidateCrm.Segments.Indexing;

/// <summary>Who is in a segment by its rule, without those whom people took out and with those whom they put in.</summary>
internal sealed class DecidedStep<T>(int rule, SegmentKey segment, KeptMemberships<T> memberships) : IndexStep
{
    internal override void Run(IndexFrame frame, Span<ulong> bits)
    {
        var chunk = (IndexChunk<T>)frame.Chunk!;
        frame.Lanes.Or(bits, chunk.BitsOf((segment, "taken out"), kept => memberships.ByHand(kept, segment) == false));
        frame.Lanes.Not(bits, chunk.Rows);
        frame.Lanes.And(bits, frame.Of(rule));
        frame.Lanes.Or(bits, chunk.BitsOf((segment, "put in"), kept => memberships.ByHand(kept, segment) == true));
    }
}
