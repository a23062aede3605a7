using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>
/// Two applications of a person are one. Facts that name the duplicate are about the one that stays, from now on; the process of the one that came to more goes on under it: hired before live
/// before ended before prospect before draft. Told twice, or the other way round, it changes nothing.
/// </summary>
[WireName("application.merged")]
public sealed record ApplicationsMerged : IApplicationFact
{
    /// <summary>Gets the application that stays.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets the application that is gone.</summary>
    public required JobApplicationId Duplicate { get; init; }
}
