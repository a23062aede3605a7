using System.Collections.Immutable;

namespace CandidateCrm.Applications;

/// <summary>The applications of one candidate.</summary>
public sealed record ApplicationsSlice
{
    /// <summary>Gets all applications in the order in which they first appeared; the ended ones as summaries.</summary>
    public required ImmutableArray<ApplicationState> All { get; init; }

    /// <summary>Gets a value indicating whether at least one is live.</summary>
    public bool AnyLive => All.Any(application => application.IsLive);

    /// <summary>Returns an application, or null.</summary>
    public ApplicationState? Find(JobApplicationId application) => All.FirstOrDefault(a => a.Application == application);

    /// <summary>Returns the feedback that interviewers still owe, by application and interview.</summary>
    public ImmutableArray<MissingFeedback> MissingFeedback() => [.. All.SelectMany(application => application.MissingFeedback())];
}
