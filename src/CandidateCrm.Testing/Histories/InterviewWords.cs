using CandidateCrm.Applications;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Testing;

/// <summary>Words for interviews and what interviewers say. An interview is <c>1</c> where none is named.</summary>
public static class InterviewWords
{
    /// <summary>Tells that the candidate may choose among dates.</summary>
    public static TimelineBuilder SlotsOffered(this TimelineBuilder told, string application, string interview = "1", Instant? until = null) => Told(
        told, "slots", new InterviewSlotsOffered { Application = JobApplicationId.From(application), Interview = InterviewId.From(interview), Until = until });

    /// <summary>Tells the date of an interview.</summary>
    /// <param name="told">The story.</param>
    /// <param name="application">The application.</param>
    /// <param name="startsAt">When it begins: ISO 8601 with an offset or Z.</param>
    /// <param name="interview">The interview.</param>
    /// <param name="interviewers">Who takes part.</param>
    public static TimelineBuilder Scheduled(this TimelineBuilder told, string application, string startsAt, string interview = "1", params string[] interviewers) => Told(
        told,
        "scheduled",
        new InterviewScheduled
        {
            Application = JobApplicationId.From(application),
            Interview = InterviewId.From(interview),
            StartsAt = InstantReader.Read(startsAt),
            Interviewers = [.. interviewers.Select(PersonId.From)],
        });

    /// <summary>Tells another date of an interview.</summary>
    public static TimelineBuilder Rescheduled(this TimelineBuilder told, string application, string startsAt, string interview = "1") => Told(
        told,
        "rescheduled",
        new InterviewRescheduled { Application = JobApplicationId.From(application), Interview = InterviewId.From(interview), StartsAt = InstantReader.Read(startsAt) });

    /// <summary>Tells that an interview does not take place.</summary>
    public static TimelineBuilder Cancelled(this TimelineBuilder told, string application, string interview = "1") =>
        Told(told, "cancelled", new InterviewCancelled { Application = JobApplicationId.From(application), Interview = InterviewId.From(interview) });

    /// <summary>Tells that somebody did not come to an interview.</summary>
    public static TimelineBuilder Missed(this TimelineBuilder told, string application, string interview = "1", Absentee by = Absentee.Candidate) =>
        Told(told, "missed", new InterviewMissed { Application = JobApplicationId.From(application), Interview = InterviewId.From(interview), By = by });

    /// <summary>Tells that an interviewer gave feedback.</summary>
    public static TimelineBuilder FeedbackGiven(this TimelineBuilder told, string application, string by, string interview = "1") => Told(
        told, $"feedback:{by}", new FeedbackGiven { Application = JobApplicationId.From(application), Interview = InterviewId.From(interview), By = PersonId.From(by) });

    /// <summary>Tells that an interviewer took feedback back.</summary>
    public static TimelineBuilder FeedbackWithdrawn(this TimelineBuilder told, string application, string by, string interview = "1") => Told(
        told, $"feedback:{by}:withdrawn", new FeedbackWithdrawn { Application = JobApplicationId.From(application), Interview = InterviewId.From(interview), By = PersonId.From(by) });

    private static TimelineBuilder Told(TimelineBuilder told, string what, IInterviewFact fact)
    {
        ArgumentNullException.ThrowIfNull(told);
        return told.Told($"interview:{fact.Application}:{fact.Interview}:{what}", fact);
    }
}
