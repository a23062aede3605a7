using CandidateCrm.Json;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>Follows what is told of the interviews of an application. What does not fit is followed all the same, and reported.</summary>
internal static class InterviewStep
{
    internal static ApplicationState Take(FoldPass pass, ApplicationState application, IInterviewFact fact)
    {
        var known = application.Find(fact.Interview);
        var before = known ?? new InterviewState { Interview = fact.Interview, Status = InterviewStatus.Untold, Since = pass.At, Number = application.Numbers };
        var after = fact switch
        {
            FeedbackGiven given => FeedbackStep.Give(pass, application, before, given),
            FeedbackWithdrawn withdrawn => FeedbackStep.TakeBack(pass, application, before, withdrawn),
            _ => Move(pass, application, before, fact),
        };
        return ReferenceEquals(after, before) ? application : application with
        {
            Interviews = known is null ? application.Interviews.Add(after) : application.Interviews.Replace(known, after, ReferenceEqualityComparer.Instance),
        };
    }

    /// <summary>Notes that nothing was told of an interview before. Not everything that was told before an application ended is remembered, so that nobody can say so of it.</summary>
    internal static void NoteUnknown(FoldPass pass, ApplicationState application, InterviewId interview)
    {
        if (application is { Ending: null, Reopenings: 0 })
        {
            pass.Note(FindingCodes.InterviewUnknown, $"{application.Application}:{interview}");
        }
    }

    private static InterviewState Move(FoldPass pass, ApplicationState application, InterviewState before, IInterviewFact fact)
    {
        var trigger = TriggerOf(fact);
        if (IsToldAgain(before, fact))
        {
            pass.Notes.IsRepetition = true;
            return before;
        }

        var transition = InterviewMachine.Definition.Fire(before.Status, trigger, default);
        if (transition.Outcome == TransitionOutcome.Ignored)
        {
            // It opens and keeps nothing a second time, but may tell more.
            pass.Notes.IsRepetition = true;
            return fact is InterviewHeld again ? WithPanel(before, again) : before;
        }

        if (transition.IsRefused && before.Status == InterviewStatus.Untold)
        {
            NoteUnknown(pass, application, before.Interview);
        }
        else if (transition.IsRefused)
        {
            pass.Note(FindingCodes.InterviewOutOfTurn, $"{application.Application}:{before.Interview}:{EnumWords<InterviewStatus>.Of(before.Status)}:{EnumWords<InterviewTrigger>.Of(trigger)}");
        }

        var moved = before with { Status = InterviewMachine.TargetOf(trigger), Since = pass.At, BookBy = null, MissedBy = null, Reminders = [] };
        return fact switch
        {
            InterviewScheduled scheduled => Dated(pass, application, moved, scheduled),
            InterviewRescheduled rescheduled => Dated(pass, application, moved, InFull(rescheduled, before)),
            InterviewSlotsOffered offered => moved with { StartsAt = null, EndsAt = null, BookBy = offered.Until, Number = moved.Number + 1 },
            InterviewMissed missed => moved with { MissedBy = missed.By },
            InterviewHeld held => WithPanel(moved, held),
            _ => moved,
        };
    }

    private static InterviewTrigger TriggerOf(IInterviewFact fact) => fact switch
    {
        InterviewSlotsOffered => InterviewTrigger.OfferSlots,
        InterviewScheduled => InterviewTrigger.Schedule,
        InterviewRescheduled => InterviewTrigger.Reschedule,
        InterviewCancelled => InterviewTrigger.Cancel,
        InterviewMissed => InterviewTrigger.Miss,
        InterviewHeld => InterviewTrigger.Hold,
        _ => throw new InvalidOperationException($"Nobody said how {fact.GetType().Name} moves an interview."),
    };

    /// <summary>Says whether a fact tells the date that the interview has already, with all that goes with it.</summary>
    private static bool IsToldAgain(InterviewState before, IInterviewFact fact) => before.Status == InterviewStatus.Scheduled && fact switch
    {
        InterviewScheduled scheduled => IsPlanOf(before, scheduled),
        InterviewRescheduled rescheduled => IsPlanOf(before, InFull(rescheduled, before)),
        _ => false,
    };

    private static bool IsPlanOf(InterviewState state, InterviewScheduled plan) =>
        state.StartsAt == plan.StartsAt && state.EndsAt == plan.EndsAt && string.Equals(state.Zone, plan.Zone, StringComparison.Ordinal)
        && state.Round == plan.Round && state.Interviewers.AsSpan().SequenceEqual(plan.Interviewers.AsSpan());

    /// <summary>Returns the whole plan: what a new date leaves out is as it was.</summary>
    private static InterviewScheduled InFull(InterviewRescheduled fact, InterviewState before) => new()
    {
        Application = fact.Application,
        Interview = fact.Interview,
        StartsAt = fact.StartsAt,
        EndsAt = fact.EndsAt,
        Zone = fact.Zone ?? before.Zone,
        Round = fact.Round.IsAssigned ? fact.Round : before.Round,
        Interviewers = fact.Interviewers.IsEmpty ? before.Interviewers : fact.Interviewers,
    };

    private static InterviewState Dated(FoldPass pass, ApplicationState application, InterviewState moved, InterviewScheduled plan) => moved with
    {
        StartsAt = plan.StartsAt,
        EndsAt = plan.EndsAt,
        Zone = plan.Zone,
        Round = plan.Round,
        Interviewers = plan.Interviewers,
        Number = moved.Number + 1,
        Reminders = ReminderPlan.Of(pass.Rules.FindPipeline(application.Pipeline, application.Requisition)?.Reminders ?? [], plan, pass.At, pass.Rules.Rules.Zone, pass.Rules.FindZone),
    };

    private static InterviewState WithPanel(InterviewState state, InterviewHeld held) => state with
    {
        Round = held.Round.IsAssigned ? held.Round : state.Round,
        Interviewers = held.Interviewers.IsEmpty ? state.Interviewers : held.Interviewers,
    };
}
