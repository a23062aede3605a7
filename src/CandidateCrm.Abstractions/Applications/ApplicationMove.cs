using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>Asks to move an application to a stage.</summary>
public sealed record ApplicationMove
{
    /// <summary>Gets the id of the command, which becomes the id of the fact: told twice it is done once.</summary>
    public required EventId Id { get; init; }

    /// <summary>Gets the application.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets the stage.</summary>
    public required StageKey Stage { get; init; }

    /// <summary>Gets why, if that is to be kept.</summary>
    public ReasonCode Reason { get; init; }
}
