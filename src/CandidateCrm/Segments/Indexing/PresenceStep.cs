namespace CandidateCrm.Segments.Indexing;

/// <summary>Whether there is a value, or an item.</summary>
internal sealed class PresenceStep(int place, bool isNegated) : IndexStep
{
    internal override void Run(IndexFrame frame, Span<ulong> bits)
    {
        frame.Table[place].AddPresent(frame.Lanes, bits);
        if (isNegated)
        {
            frame.Lanes.Not(bits, frame.Table.Rows);
        }
    }
}
