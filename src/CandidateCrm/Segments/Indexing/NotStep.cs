namespace CandidateCrm.Segments.Indexing;

/// <summary>The complement of another step.</summary>
internal sealed class NotStep(int part) : IndexStep
{
    internal override void Run(IndexFrame frame, Span<ulong> bits)
    {
        frame.Of(part).CopyTo(bits);
        frame.Lanes.Not(bits, frame.Table.Rows);
    }
}
