using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>An application moved to a stage, forwards, backwards, or into the same one again.</summary>
[WireName("application.stage_entered")]
public sealed record StageEntered : IApplicationFact
{
    /// <summary>Gets the application.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets the stage.</summary>
    public required StageKey Stage { get; init; }
}
