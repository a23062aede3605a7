namespace CandidateCrm.Segments.Reading;

/// <summary>Nothing: absent, or null.</summary>
internal sealed record RawNothing(Spot Spot) : RawOperand(Spot);
