using System.Collections.Immutable;

namespace CandidateCrm.Applications;

/// <summary>The applications of one candidate.</summary>
public sealed record ApplicationsSlice
{
    /// <summary>Gets all applications in the order in which they first appeared; the ended ones as summaries.</summary>
    public required ImmutableArray<ApplicationState> All { get; init; }

    /// <summary>Gets a value indicating whether at least one is live.</summary>
    public bool AnyLive => All.Any(application => application.IsLive);

    /// <summary>Returns the feedback that interviewers still owe, by application and interview.</summary>
    public ImmutableArray<MissingFeedback> MissingFeedback() => [.. All.SelectMany(application => application.MissingFeedback())];

    /// <summary>Returns the application of an id or of one of its aliases, or null.</summary>
    public ApplicationState? Find(JobApplicationId application)
    {
        foreach (var known in All)
        {
            if (known.Application == application)
            {
                return known;
            }
        }

        foreach (var known in All)
        {
            if (!known.Aliases.IsDefaultOrEmpty && known.Aliases.Contains(application))
            {
                return known;
            }
        }

        return null;
    }
}
