namespace CandidateCrm.Segments.Reading;

/// <summary>A reference to segments.</summary>
internal sealed record RawSegments(Spot Spot, bool IsNegated, RawOperand Segments) : RawRule(Spot);
