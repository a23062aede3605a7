using System.Collections.Immutable;
using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>What is known of one application. An ended one keeps its summary; its visits live in the timeline.</summary>
public sealed record ApplicationState
{
    /// <summary>Gets the application.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets the opening; unassigned where only later facts were told.</summary>
    public RequisitionId Requisition { get; init; }

    /// <summary>Gets the pipeline.</summary>
    public PipelineKey Pipeline { get; init; }

    /// <summary>Gets where it came from, if known.</summary>
    public SourceCode Source { get; init; }

    /// <summary>Gets when it was submitted; null where only later facts were told.</summary>
    public Instant? SubmittedAt { get; init; }

    /// <summary>Gets the stage it is in, or was in when it ended.</summary>
    public StageKey Stage { get; init; }

    /// <summary>Gets since when it is in that stage.</summary>
    public required Instant StageSince { get; init; }

    /// <summary>Gets the furthest stage of its pipeline that it ever reached.</summary>
    public StageKey Furthest { get; init; }

    /// <summary>Gets the visits since it was submitted or re-opened; empty once it has ended.</summary>
    public ImmutableArray<StageVisit> Visits { get; init; } = [];

    /// <summary>Gets the interviews since it was submitted or re-opened, in the order in which they first appeared; empty once it has ended.</summary>
    public ImmutableArray<InterviewState> Interviews { get; init; } = [];

    /// <summary>Gets the offer; null for none, and once it has ended.</summary>
    public OfferState? Offer { get; init; }

    /// <summary>Gets the highest number of an interview or offer that is forgotten, so that none is ever used twice; 0 for none.</summary>
    public int Numbers { get; init; }

    /// <summary>Gets how often it was re-opened.</summary>
    public int Reopenings { get; init; }

    /// <summary>Gets how it ended; null while it is live.</summary>
    public ApplicationEnding? Ending { get; init; }

    /// <summary>Gets a value indicating whether it is live.</summary>
    public bool IsLive => Ending is null;

    /// <summary>Returns an interview, or null.</summary>
    public InterviewState? Find(InterviewId interview) => Interviews.FirstOrDefault(each => each.Interview == interview);

    /// <summary>Returns the feedback that interviewers still owe, by interview; an application that has ended waits for none.</summary>
    public ImmutableArray<MissingFeedback> MissingFeedback() =>
    [
        .. from interview in Interviews
           from person in interview.MissingFeedback()
           select new MissingFeedback { Application = Application, Interview = interview.Interview, Round = interview.Round, From = person, Since = interview.Since },
    ];
}
