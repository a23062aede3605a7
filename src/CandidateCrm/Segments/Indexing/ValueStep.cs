using CandidateCrm.Segments.Evaluation;

namespace CandidateCrm.Segments.Indexing;

/// <summary>A condition over one field.</summary>
internal sealed class ValueStep<TValue>(int place, IValueCondition<TValue> condition) : IndexStep
{
    internal override void Run(IndexFrame frame, Span<ulong> bits)
    {
        ((ValueColumn<TValue>)frame.Table[place]).AddMet(frame.Lanes, (condition, frame.Moment), bits);
        if (condition.IsNegated)
        {
            frame.Lanes.Not(bits, frame.Table.Rows);
        }
    }
}
