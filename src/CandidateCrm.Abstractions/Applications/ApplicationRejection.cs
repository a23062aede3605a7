using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>Asks to reject an application.</summary>
public sealed record ApplicationRejection
{
    /// <summary>Gets the id of the command, which becomes the id of the fact: told twice it is done once.</summary>
    public required EventId Id { get; init; }

    /// <summary>Gets the application.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets why: one of the tenant's reasons for rejections, where there is a taxonomy.</summary>
    public required ReasonCode Reason { get; init; }
}
