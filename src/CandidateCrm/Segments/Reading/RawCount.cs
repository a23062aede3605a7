namespace CandidateCrm.Segments.Reading;

/// <summary>A quantifier or count.</summary>
internal sealed record RawCount(Spot Spot, RawName Field, RawRule Where, RawThreshold Threshold) : RawRule(Spot);
