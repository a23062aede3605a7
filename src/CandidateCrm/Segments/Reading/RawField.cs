namespace CandidateCrm.Segments.Reading;

/// <summary>The name of another field.</summary>
internal sealed record RawField(Spot Spot, string Name) : RawOperand(Spot);
