namespace CandidateCrm.Segments.Reading;

/// <summary>Whether the bounds of between stand the wrong way round, as far as it can be known before there is a candidate.</summary>
internal static class BoundOrder
{
    internal static bool IsReversed(SegmentOperand from, SegmentOperand to, SegmentField field)
    {
        if (from is not LiteralOperand { Value: var low } || to is not LiteralOperand { Value: var high } || low.Kind != high.Kind)
        {
            return false;
        }

        return low.Kind switch
        {
            SegmentValueKind.Text => string.Compare(low.AsText, high.AsText, field.IsCaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase) > 0,
            SegmentValueKind.Number => low.AsNumber > high.AsNumber,
            SegmentValueKind.Date => low.AsDate > high.AsDate,
            SegmentValueKind.Instant => low.AsInstant > high.AsInstant,
            _ => false,
        };
    }
}
