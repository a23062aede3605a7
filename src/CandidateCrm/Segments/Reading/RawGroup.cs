namespace CandidateCrm.Segments.Reading;

/// <summary>Rules joined by «and» or «or»; none is a fault, one is itself.</summary>
internal sealed record RawGroup(Spot Spot, bool IsOr, IReadOnlyList<RawRule> Rules) : RawRule(Spot);
