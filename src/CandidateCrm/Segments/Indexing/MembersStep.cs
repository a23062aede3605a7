namespace CandidateCrm.Segments.Indexing;

/// <summary>Who is in a segment by what the host says, asked row by row.</summary>
internal sealed class MembersStep<T>(SegmentKey segment, Func<string, SegmentKey, bool> isMember) : IndexStep
{
    internal override bool IsRowByRow => true;

    internal override void Run(IndexFrame frame, Span<ulong> bits)
    {
        var keys = ((IndexChunk<T>)frame.Chunk!).Keys;
        for (var row = 0; row < keys.Rows; row++)
        {
            bits[row >> 6] |= isMember(keys[row], segment) ? 1UL << row : 0;
        }
    }
}
