using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>Follows the feedback of interviewers. Also feedback that nobody asked for counts, and is reported.</summary>
internal static class FeedbackStep
{
    internal static InterviewState Give(FoldPass pass, ApplicationState application, InterviewState before, FeedbackGiven fact)
    {
        if (IsUnknown(application, before))
        {
            InterviewStep.NoteUnknown(pass, application, before.Interview);
        }
        else if (!MayHaveTakenPlace(pass, before))
        {
            pass.Note(FindingCodes.FeedbackNotHeld, $"{application.Application}:{before.Interview}");
        }
        else if (!before.Interviewers.IsEmpty && !before.Interviewers.Contains(fact.By))
        {
            pass.Note(FindingCodes.FeedbackNotOnPanel, $"{application.Application}:{before.Interview}");
        }

        return before.FeedbackFrom.Contains(fact.By) ? before : before with { FeedbackFrom = before.FeedbackFrom.Add(fact.By) };
    }

    internal static InterviewState TakeBack(FoldPass pass, ApplicationState application, InterviewState before, FeedbackWithdrawn fact)
    {
        if (IsUnknown(application, before))
        {
            InterviewStep.NoteUnknown(pass, application, before.Interview);
            return before;
        }

        if (!before.FeedbackFrom.Contains(fact.By))
        {
            pass.Note(FindingCodes.FeedbackUnknown, $"{application.Application}:{before.Interview}");
            return before;
        }

        return before with { FeedbackFrom = before.FeedbackFrom.Remove(fact.By) };
    }

    private static bool IsUnknown(ApplicationState application, InterviewState interview) => application.Find(interview.Interview) is null;

    // Not every host tells that an interview was held: once it has begun by its plan, feedback is no surprise.
    private static bool MayHaveTakenPlace(FoldPass pass, InterviewState interview) =>
        interview.Status is InterviewStatus.Held or InterviewStatus.Untold || (interview.Status == InterviewStatus.Scheduled && interview.StartsAt <= pass.At);
}
