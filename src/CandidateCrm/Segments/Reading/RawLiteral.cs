namespace CandidateCrm.Segments.Reading;

/// <summary>A value, as its own form gives it.</summary>
internal sealed record RawLiteral(Spot Spot, SegmentValue Value) : RawOperand(Spot);
