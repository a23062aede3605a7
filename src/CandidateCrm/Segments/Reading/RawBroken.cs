namespace CandidateCrm.Segments.Reading;

/// <summary>What could not be read; its faults are noted.</summary>
internal sealed record RawBroken(Spot Spot) : RawRule(Spot);
