using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>
/// A person looked at a rejection that was told without one, and answers for it: the actor of the envelope. What waited for that goes on from now.
/// Without a named person as its actor it changes nothing and is the finding <see cref="FindingCodes.AdverseNoHuman"/> again.
/// </summary>
[WireName("application.reviewed")]
public sealed record ApplicationReviewed : IApplicationFact
{
    /// <summary>Gets the application.</summary>
    public required JobApplicationId Application { get; init; }
}
