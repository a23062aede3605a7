using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Lifecycle;
using CandidateCrm.Timeline;

namespace CandidateCrm.Talent;

/// <summary>What readiness is judged by; each part as it stands in a relationship, null where nothing is known.</summary>
public sealed record ReadinessGrounds
{
    /// <summary>Gets the phase, overlays and roles.</summary>
    public LifecycleSlice? Lifecycle { get; init; }

    /// <summary>Gets the applications.</summary>
    public ApplicationsSlice? Applications { get; init; }

    /// <summary>Gets availability and interest.</summary>
    public CandidateSlice? Candidate { get; init; }

    /// <summary>Gets when there was contact.</summary>
    public ContactSlice? Contact { get; init; }
}
