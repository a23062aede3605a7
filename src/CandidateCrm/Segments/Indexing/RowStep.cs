using CandidateCrm.Segments.Evaluation;

namespace CandidateCrm.Segments.Indexing;

/// <summary>A condition over several fields, asked row by row of what the columns hold, by the typed node.</summary>
internal sealed class RowStep(RuleNode<IndexRow> node) : IndexStep
{
    internal override bool IsRowByRow => true;

    internal override void Run(IndexFrame frame, Span<ulong> bits)
    {
        var at = new IndexRow { Table = frame.Table };
        for (var row = 0; row < frame.Table.Rows; row++)
        {
            at.Row = row;
            bits[row >> 6] |= node.Holds(at, frame.Moment) ? 1UL << row : 0;
        }
    }
}
