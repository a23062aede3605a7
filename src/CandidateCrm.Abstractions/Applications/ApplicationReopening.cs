using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>Asks to take the ending of an application back, be it a rejection, a withdrawal or a hire.</summary>
public sealed record ApplicationReopening
{
    /// <summary>Gets the id of the command, which becomes the id of the fact: told twice it is done once.</summary>
    public required EventId Id { get; init; }

    /// <summary>Gets the application.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets the stage in which it goes on; the one before it ended where none is given.</summary>
    public StageKey Stage { get; init; }

    /// <summary>Gets why, if that is to be kept.</summary>
    public ReasonCode Reason { get; init; }
}
