using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>Asks to answer for a rejection that was told without a person.</summary>
public sealed record ApplicationReview
{
    /// <summary>Gets the id of the command, which becomes the id of the fact: told twice it is done once.</summary>
    public required EventId Id { get; init; }

    /// <summary>Gets the application.</summary>
    public required JobApplicationId Application { get; init; }
}
