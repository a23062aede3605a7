using Codes = CandidateCrm.Segments.SegmentFaultCodes;

namespace CandidateCrm.Segments.Reading;

/// <summary>How many items a count is about.</summary>
internal static class ThresholdBinder
{
    internal static bool TryBind(RawThreshold raw, FaultNotes notes, out CountMode mode, out decimal? threshold)
    {
        threshold = null;
        if (!Words<CountMode>.TryFind(raw.Mode.Text, out mode))
        {
            notes.Unknown(Codes.UnknownOperator, raw.Mode, "a way to count", Words<CountMode>.All);
            return false;
        }

        if (mode is CountMode.All or CountMode.Some or CountMode.None)
        {
            return true;
        }

        threshold = raw.Value is RawLiteral { Value: var value } && LiteralReading.TryRead(value, FieldType.Number, out var number) ? number.AsNumber : null;
        if (raw.Value is RawUnreadable { IsNoted: true })
        {
            return false;
        }

        if (threshold is null or < 0 || (threshold > 1 && threshold != decimal.Truncate(threshold.Value)))
        {
            notes.Note(Codes.BadThreshold, raw.Value.Spot, "A threshold belongs here: a whole number of items, or a proportion between 0 and 1 of them.");
            return false;
        }

        return true;
    }
}
