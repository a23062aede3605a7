using CandidateCrm.Applications;

namespace CandidateCrm.Engagement;

/// <summary>The experience that a candidate had with one application.</summary>
public sealed record ApplicationExperience
{
    /// <summary>Gets the application.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets the experience.</summary>
    public required ExperienceSummary Summary { get; init; }
}
