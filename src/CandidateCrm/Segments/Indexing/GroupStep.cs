namespace CandidateCrm.Segments.Indexing;

/// <summary>All or any of other steps.</summary>
internal sealed class GroupStep(int[] parts, bool isAll) : IndexStep
{
    internal override void Run(IndexFrame frame, Span<ulong> bits)
    {
        frame.Of(parts[0]).CopyTo(bits);
        foreach (var part in parts.AsSpan(1))
        {
            if (isAll)
            {
                frame.Lanes.And(bits, frame.Of(part));
            }
            else
            {
                frame.Lanes.Or(bits, frame.Of(part));
            }
        }
    }
}
