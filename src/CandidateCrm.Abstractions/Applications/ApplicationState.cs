using System.Collections.Immutable;
using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>What is known of one application. An ended one keeps its summary; its visits live in the timeline.</summary>
public sealed record ApplicationState
{
    /// <summary>Gets the application.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets the opening; unassigned where only later facts were told, and for a speculative application.</summary>
    public RequisitionId Requisition { get; init; }

    /// <summary>Gets what kind of work the opening is, where the host tells it with the application.</summary>
    public RequisitionFamily Family { get; init; }

    /// <summary>Gets the pipeline.</summary>
    public PipelineKey Pipeline { get; init; }

    /// <summary>Gets where it came from, if known.</summary>
    public SourceCode Source { get; init; }

    /// <summary>Gets when it was submitted, or became one by conversion or as a copy; null where that was never told.</summary>
    public Instant? SubmittedAt { get; init; }

    /// <summary>Gets what it is. That it has ended follows from <see cref="Ending"/>, and cannot be said without one.</summary>
    /// <exception cref="ArgumentException">The status is not defined, or says that it has ended.</exception>
    public ApplicationStatus Status
    {
        get => Ending is null ? field : ApplicationStatus.Ended;
        init => field = Enum.IsDefined(value) && value != ApplicationStatus.Ended
            ? value
            : throw new ArgumentException("An application has ended where it has an ending; every other status is one of those defined.", nameof(value));
    }

    /// <summary>Gets the stage it is in, or was in when it ended; unassigned for a draft, and where nothing was told of one.</summary>
    public StageKey Stage { get; init; }

    /// <summary>Gets what kind of step that stage is.</summary>
    public StageCategory Category { get; init; }

    /// <summary>Gets since when it is in that stage; once it has ended, when; of a draft, when it was last worked on.</summary>
    public required Instant StageSince { get; init; }

    /// <summary>
    /// Gets the furthest stage that it ever reached, over all openings that it was for: by its pipeline, or by the categories where that does not have both stages. A transfer takes nothing away.
    /// </summary>
    public StageKey Furthest { get; init; }

    /// <summary>Gets what kind of step the furthest stage is.</summary>
    public StageCategory FurthestCategory { get; init; }

    /// <summary>Gets the furthest stage that it reached of its present pipeline, where <see cref="Furthest"/> is none of that one; otherwise unassigned.</summary>
    public StageKey FurthestHere { get; init; }

    /// <summary>Gets the visits since it was submitted or re-opened; empty once it has ended.</summary>
    public ImmutableArray<StageVisit> Visits { get; init; } = [];

    /// <summary>
    /// Gets the interviews since it was submitted or re-opened, in the order in which they first appeared. Once it has ended, and from then on, those before are gone but for those that were held and from
    /// which feedback is missing.
    /// </summary>
    public ImmutableArray<InterviewState> Interviews { get; init; } = [];

    /// <summary>Gets a value indicating whether an interview was held, and no feedback of it was missing, before it ended or after that: what is remembered of interviews that are gone.</summary>
    public bool WasInterviewed { get; init; }

    /// <summary>Gets the offer; null for none. Once the application has ended one that was made or answered rests: it does not stand, does not expire, and goes on as it was where the application does.</summary>
    public OfferState? Offer { get; init; }

    /// <summary>Gets the highest number of an interview or offer that is forgotten, so that none is ever used twice; 0 for none.</summary>
    public int Numbers { get; init; }

    /// <summary>Gets how often it went on after it had ended, had been abandoned or had been removed.</summary>
    public int Reopenings { get; init; }

    /// <summary>Gets when a silent draft counts as abandoned, by the rules in force when it was last worked on; null for never.</summary>
    public Instant? AbandonsAt { get; init; }

    /// <summary>Gets the earlier application of the same person that it follows: of those that had ended the latest for the same opening, or else the latest; or the one that it was copied from.</summary>
    public JobApplicationId Follows { get; init; }

    /// <summary>Gets other ids of the same application: told twice within minutes, or merged into it. Facts that name them are about this one.</summary>
    public ImmutableArray<JobApplicationId> Aliases { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Gets what the candidate sees of it; null where the rules showed nothing so far.</summary>
    public PublicStanding? Public { get; init; }

    /// <summary>Gets when the candidate was told, the last time, that we refused it or closed its opening; null as long as nobody did. It stays where the application goes on.</summary>
    public Instant? RefusedAt { get; init; }

    /// <summary>Gets when a message about its ending was asked for, while nobody was told of any refusal since; null for never.</summary>
    public Instant? AskedAt { get; init; }

    /// <summary>Gets how often a message was asked for with this application; numbers the events.</summary>
    public int Asks { get; init; }

    /// <summary>Gets how it ended; null while it has not.</summary>
    public ApplicationEnding? Ending { get; init; }

    /// <summary>Gets a value indicating whether it is live: submitted and not ended.</summary>
    public bool IsLive => Status == ApplicationStatus.Live;

    /// <summary>Returns an interview, or null.</summary>
    public InterviewState? Find(InterviewId interview) => Interviews.FirstOrDefault(each => each.Interview == interview);

    /// <summary>Returns the feedback that interviewers still owe, by interview; an application that has ended waits for none.</summary>
    public ImmutableArray<MissingFeedback> MissingFeedback() => Ending is not null ? [] :
    [
        .. from interview in Interviews
           from person in interview.MissingFeedback()
           select new MissingFeedback { Application = Application, Interview = interview.Interview, Round = interview.Round, From = person, Since = interview.Since },
    ];
}
