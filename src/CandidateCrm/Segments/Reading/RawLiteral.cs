using CandidateCrm.Timeline;

namespace CandidateCrm.Segments.Reading;

/// <summary>A value, as its own form gives it.</summary>
internal sealed record RawLiteral(Spot Spot, AttributeValue Value) : RawOperand(Spot);
