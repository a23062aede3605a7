using CandidateCrm.Timeline;

namespace CandidateCrm.Lifecycle;

/// <summary>The person may be approached again.</summary>
[WireName("candidate.contact_bar_lifted")]
public sealed record ContactBarLifted : IFact;
