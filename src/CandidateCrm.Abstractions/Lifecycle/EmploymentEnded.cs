using CandidateCrm.Timeline;

namespace CandidateCrm.Lifecycle;

/// <summary>A hired candidate left: an alumna or alumnus of the company from now on.</summary>
[WireName("lifecycle.employment_ended")]
public sealed record EmploymentEnded : IFact;
