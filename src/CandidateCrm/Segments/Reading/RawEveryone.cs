namespace CandidateCrm.Segments.Reading;

/// <summary>Everyone.</summary>
internal sealed record RawEveryone(Spot Spot) : RawRule(Spot);
