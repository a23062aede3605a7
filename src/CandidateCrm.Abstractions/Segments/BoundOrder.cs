namespace CandidateCrm.Segments;

/// <summary>Whether the bounds of between stand the wrong way round, as far as that can be said without a field and a candidate.</summary>
internal static class BoundOrder
{
    internal static bool IsReversed(SegmentOperand from, SegmentOperand to)
    {
        if (from is not LiteralOperand { Value: var low } || to is not LiteralOperand { Value: var high } || low.Kind != high.Kind)
        {
            return false;
        }

        return low.Kind switch
        {
            SegmentValueKind.Text => IsReversed(low.AsText, high.AsText),
            SegmentValueKind.Number => low.AsNumber > high.AsNumber,
            SegmentValueKind.Date => low.AsDate > high.AsDate,
            SegmentValueKind.Instant => low.AsInstant > high.AsInstant,
            _ => false,
        };
    }

    /// <summary>The case rule of a field decides which of two texts is the larger; they are swapped where both rules say the same.</summary>
    private static bool IsReversed(string low, string high) =>
        string.CompareOrdinal(low, high) > 0 && string.Compare(low, high, StringComparison.OrdinalIgnoreCase) > 0;
}
