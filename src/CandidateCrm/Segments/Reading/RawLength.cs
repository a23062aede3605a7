namespace CandidateCrm.Segments.Reading;

/// <summary>A number of units.</summary>
internal sealed record RawLength(Spot Spot, RawOperand Count, RawName Unit) : RawOperand(Spot);
