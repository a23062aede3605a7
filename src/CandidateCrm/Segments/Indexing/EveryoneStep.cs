namespace CandidateCrm.Segments.Indexing;

/// <summary>Every row.</summary>
internal sealed class EveryoneStep : IndexStep
{
    internal override void Run(IndexFrame frame, Span<ulong> bits) => frame.Lanes.Not(bits, frame.Table.Rows);
}
