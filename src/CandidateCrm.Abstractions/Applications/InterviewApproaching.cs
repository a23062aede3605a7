using System.Text.Json.Serialization;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>An interview is as near as a reminder of its pipeline says. Raised at the reminder's own instant, once for each date that the interview is given.</summary>
[WireName("interview.approaching")]
public sealed record InterviewApproaching : IDerivedEvent, ICandidateNotice
{
    /// <summary>Gets the application.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets the interview.</summary>
    public required InterviewId Interview { get; init; }

    /// <summary>Gets the reminder.</summary>
    public required ReminderKey Reminder { get; init; }

    /// <summary>Gets when the interview is to begin.</summary>
    public required Instant StartsAt { get; init; }

    /// <summary>Gets which date of the interview it is about: its number, from 1 on.</summary>
    public required int Ordinal { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public NoticeKind Notice => NoticeKind.Reminder;
}
