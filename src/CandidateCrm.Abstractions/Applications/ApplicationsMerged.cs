using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>Two applications of a person are one. Facts that name the duplicate are about the one that stays, from now on.</summary>
[WireName("application.merged")]
public sealed record ApplicationsMerged : IApplicationFact
{
    /// <summary>Gets the application that stays.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets the application that is gone.</summary>
    public required JobApplicationId Duplicate { get; init; }
}
