using CandidateCrm.Segments.Evaluation;
using NodaTime;

namespace CandidateCrm.Segments.Indexing;

/// <summary>A condition over a field that changes with time alone, asked row by row of what was kept of each candidate, as of the instant.</summary>
internal sealed class MovingStep<T>(RuleNode<T> node, Func<T, Instant, T> at, Instant now) : IndexStep
{
    internal override bool IsRowByRow => true;

    internal override void Run(IndexFrame frame, Span<ulong> bits)
    {
        var kept = ((IndexChunk<T>)frame.Chunk!).Kept!;
        for (var row = 0; row < kept.Length; row++)
        {
            bits[row >> 6] |= node.Holds(at(kept[row], now), frame.Moment) ? 1UL << row : 0;
        }
    }
}
