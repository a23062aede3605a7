namespace CandidateCrm.Segments.Reading;

/// <summary>A relative time.</summary>
internal sealed record RawRelative(Spot Spot, RelativeOperand Time) : RawOperand(Spot);
