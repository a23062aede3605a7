namespace CandidateCrm.Segments.Reading;

/// <summary>The complement of a rule.</summary>
internal sealed record RawNot(Spot Spot, RawRule Rule) : RawRule(Spot);
