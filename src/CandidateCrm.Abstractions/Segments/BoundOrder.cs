using CandidateCrm.Timeline;

namespace CandidateCrm.Segments;

/// <summary>Whether the bounds of between stand the wrong way round, as far as that can be said without a field and a candidate.</summary>
internal static class BoundOrder
{
    internal static bool IsReversed(SegmentOperand from, SegmentOperand to)
    {
        if (from is not LiteralOperand { Value: var low } || to is not LiteralOperand { Value: var high } || low.Type != high.Type)
        {
            return false;
        }

        return low.Type switch
        {
            AttributeType.Text => IsReversed(low.AsText, high.AsText),
            AttributeType.Number => low.AsNumber > high.AsNumber,
            AttributeType.Date => low.AsDate > high.AsDate,
            AttributeType.Instant => low.AsInstant > high.AsInstant,
            _ => false,
        };
    }

    /// <summary>The case rule of a field decides which of two texts is the larger; they are swapped where both rules say the same.</summary>
    private static bool IsReversed(string low, string high) =>
        string.CompareOrdinal(low, high) > 0 && string.Compare(low, high, StringComparison.OrdinalIgnoreCase) > 0;
}
