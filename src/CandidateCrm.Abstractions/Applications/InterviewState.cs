using System.Collections.Immutable;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>What is known of one interview of an application.</summary>
public sealed record InterviewState
{
    /// <summary>Gets the interview.</summary>
    public required InterviewId Interview { get; init; }

    /// <summary>Gets the round, if the host counts them.</summary>
    public InterviewRound Round { get; init; }

    /// <summary>Gets how it stands.</summary>
    public required InterviewStatus Status { get; init; }

    /// <summary>Gets since when it stands so; of one that is scheduled, since it has its present date.</summary>
    public required Instant Since { get; init; }

    /// <summary>Gets when it begins, or was to begin; null where it has no date.</summary>
    public Instant? StartsAt { get; init; }

    /// <summary>Gets when it ends by its plan, if known.</summary>
    public Instant? EndsAt { get; init; }

    /// <summary>Gets the IANA id of the zone in which it takes place; null for the tenant's.</summary>
    public string? Zone { get; init; }

    /// <summary>Gets until when the candidate may choose a date; null unless dates were offered with an end that is still to come.</summary>
    public Instant? BookBy { get; init; }

    /// <summary>Gets who did not come; null unless somebody did not.</summary>
    public Absentee? MissedBy { get; init; }

    /// <summary>Gets who interviews, in ordinal order; empty where it is not known.</summary>
    public ImmutableArray<PersonId> Interviewers { get; init; } = [];

    /// <summary>Gets whose feedback is there, in the order in which each first gave it.</summary>
    public ImmutableArray<PersonId> FeedbackFrom { get; init; } = [];

    /// <summary>Gets the reminders that are still to come, the next one first.</summary>
    public ImmutableArray<PendingReminder> Reminders { get; init; } = [];

    /// <summary>Gets the number of its present date or dates to choose from; it rises with each of them. 0 where it never had any.</summary>
    public int Number { get; init; }

    /// <summary>Returns which interviewers have not given feedback, in ordinal order; nobody unless it was held.</summary>
    public ImmutableArray<PersonId> MissingFeedback() =>
        Status == InterviewStatus.Held ? Interviewers.RemoveAll(FeedbackFrom.Contains) : [];
}
