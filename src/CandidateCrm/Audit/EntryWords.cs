using System.Globalization;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Segments;
using CandidateCrm.Timeline;
using NodaTime;
using NodaTime.Text;

namespace CandidateCrm.Audit;

/// <summary>What entries and intents name, in ids and codes: never free text, and nothing of what only the host understands.</summary>
internal static class EntryWords
{
    internal static string At(Instant at) => InstantPattern.ExtendedIso.Format(at);

    private static string On(LocalDate date) => LocalDatePattern.Iso.Format(date);

    /// <summary>Returns what an entry names; empty where it names nothing or is not known.</summary>
    internal static string Of(ITimelineEntry entry) => entry switch
    {
        StageEntered entered => $"{entered.Application} {entered.Stage}",
        ApplicationEnded ended => Joined(ended.Application.ToString(), ended.Disposition.ToString(), ended.Reason.IsAssigned ? ended.Reason.Value : null),
        InterviewScheduled scheduled => $"{scheduled.Application} {scheduled.Interview} at {At(scheduled.StartsAt)}",
        InterviewRescheduled rescheduled => $"{rescheduled.Application} {rescheduled.Interview} at {At(rescheduled.StartsAt)}",
        FeedbackGiven given => Joined(given.Application.ToString(), given.Interview.ToString(), given.By.ToString(), given.Verdict.IsAssigned ? given.Verdict.Value : null),
        IInterviewFact interview => $"{interview.Application} {interview.Interview}",
        IOfferFact offer => Joined(offer.Application.ToString(), offer.Offer.IsAssigned ? offer.Offer.Value : null),
        StartDateMoved moved => $"{moved.Application} {On(moved.StartsOn)}",
        RequisitionClosed closed => $"{closed.Requisition} {closed.Reason}",
        ApplicationCopied copy => $"{copy.Application} from {copy.From}",
        ApplicationsMerged merged => $"{merged.Application} with {merged.Duplicate}",
        ApplicationTransferred moved => $"{moved.Application} to {moved.Requisition}",
        IApplicationFact fact => fact.Application.ToString(),
        TouchpointRecorded touch => Joined(
            touch.Kind.ToString(),
            touch.Direction == Direction.None ? null : touch.Direction.ToString(),
            touch.Application.IsAssigned ? touch.Application.Value : null,
            touch.Automated ? "automated" : null,
            touch.Answers == TouchAnswer.Ending ? "answers the ending" : null),
        CustomFact custom => custom.Code.ToString(),
        CandidateFound found => found.Source.ToString(),
        RoleTaken taken => taken.Role.ToString(),
        RoleLeft left => left.Role.ToString(),
        CandidateSnoozed snoozed => Joined($"until {On(snoozed.Until)}", snoozed.Reason.IsAssigned ? snoozed.Reason.Value : null),
        ContactBarred barred => barred.Reason.IsAssigned ? barred.Reason.Value : string.Empty,
        CandidateMerged merged => $"into {merged.Into}",
        AvailabilityStated stated => stated.Availability.ToString(),
        InterestStated stated => stated.Level.ToString(),
        SegmentMembershipDecided decided => $"{decided.Segment}: {decided.Decision}, {decided.Reason}",
        AttributesChanged changed => string.Join(' ', changed.Values.Select(field => field.Name)),
        FactsRetracted retraction => retraction.Batch.IsAssigned ? $"batch {retraction.Batch}" : string.Join(' ', retraction.Events),
        TaskClosed closed => closed.Task.ToString(),
        WaitingBegan began => Joined(began.Application.IsAssigned ? began.Application.Value : null, began.Reason.ToString()),
        WaitingEnded ended => Joined(ended.Application.IsAssigned ? ended.Application.Value : null, ended.Reason.ToString()),
        ContactPromised promised => Joined(promised.Application.IsAssigned ? promised.Application.Value : null, $"at {At(promised.DueAt)}"),
        RebaseOrdered ordered => Joined(ordered.Expectation.ToString(), ordered.Application.IsAssigned ? ordered.Application.Value : null),
        DueTold told => $"{told.Promise} due {At(told.DueAt)}",
        IAct act => Of(act),
        IDerivedEvent derived => Of(derived),
        _ => string.Empty,
    };

    /// <summary>Returns what an intent asks for.</summary>
    internal static string Of(IIntent intent) => intent switch
    {
        OpenTask task => $"open-task {task.Reason} due {At(task.DueAt)}",
        CloseTask close => $"close-task {close.Reason}",
        Announce announce => $"announce {EntryTypes.NameOf(announce.Event)}",
        _ => intent.GetType().Name,
    };

    private static string Of(IAct act) => act switch
    {
        EffectDone done => done.Effect.ToString(),
        EffectSkipped skipped => $"{skipped.Effect} {skipped.Reason}",
        EventIdReused reused => reused.Reused.ToString(),
        _ => string.Empty,
    };

    private static string Of(IDerivedEvent derived) => derived switch
    {
        RefusalDue due => Joined(due.Application.ToString(), due.Covers.Length > 1 ? string.Create(CultureInfo.InvariantCulture, $"and {due.Covers.Length - 1} more") : null),
        DraftAbandoned abandoned => abandoned.Application.ToString(),
        CandidateReturned returned => $"{returned.Application} after {returned.Previous}",
        PhaseChanged changed => Joined(changed.From.IsAssigned ? changed.From.Value : null, "->", changed.To.ToString()),
        PublicStatusChanged changed => Joined(changed.Application.ToString(), changed.From.IsAssigned ? changed.From.Value : null, "->", changed.To.ToString()),
        PositionClosedFor closed => Joined(closed.Application.ToString(), closed.Stage.IsAssigned ? closed.Stage.Value : null, closed.Reason.ToString()),
        BandChanged changed => Joined(changed.Score.ToString(), changed.From.IsAssigned ? changed.From.Value : null, "->", changed.To.ToString()),
        InterviewApproaching near => $"{near.Application} {near.Interview} {near.Reminder} at {At(near.StartsAt)}",
        InterviewBookingLapsed lapsed => $"{lapsed.Application} {lapsed.Interview} until {At(lapsed.Until)}",
        OfferLapsed lapsed => $"{lapsed.Application} until {At(lapsed.AnswerBy)}",
        RoleBegan began => began.Role.ToString(),
        RoleEnded ended => ended.Role.ToString(),
        OnboardingCheckInDue due => string.Create(CultureInfo.InvariantCulture, $"{due.Application} day {due.Day}"),
        SnoozeOver over => $"until {On(over.Until)}",
        AvailabilityChanged changed => $"{changed.From} -> {changed.To}",
        InterestChanged changed => $"{changed.From} -> {changed.To}",
        SegmentEntered entered => $"{entered.Segment} v{entered.Version} by {entered.Cause}",
        SegmentLeft left => $"{left.Segment} v{left.Version} by {left.Cause}",
        PromiseOpened opened => opened.DueAt is { } due ? $"{opened.Promise} due {At(due)}" : opened.Promise.ToString(),
        PromiseKept kept => kept.Promise.ToString(),
        PromiseBroken broken => broken.Promise.ToString(),
        PromiseFulfilledLate late => late.Promise.ToString(),
        PromiseVoided ended => ended.Promise.ToString(),
        PromisePaused paused => $"{paused.Promise} {paused.Reason}",
        PromiseResumed resumed => $"{resumed.Promise} due {At(resumed.DueAt)}",
        PromiseWarned warned => Joined(warned.Promise.ToString(), warned.Level.ToString(), warned.To.IsAssigned ? warned.To.Value : null),
        PromiseEscalated escalated => Joined(escalated.Promise.ToString(), escalated.Level.ToString(), escalated.To.IsAssigned ? escalated.To.Value : null),
        PromiseRebased rebased => $"{rebased.Promise} due {At(rebased.OldDueAt)} -> {At(rebased.DueAt)}",
        PromiseDueMoved moved => $"{moved.Promise} told {At(moved.ToldDueAt)} -> {At(moved.DueAt)}",
        PromiseVerdictChanged changed => $"{changed.Promise} {changed.Old} -> {changed.New} by {changed.Cause}",
        FindingNoted finding => $"{finding.Code} {finding.Subject}",
        PastCorrected notice => string.Create(CultureInfo.InvariantCulture, $"#{notice.Ordinal}: {notice.Retracted} retracted, {notice.Added} added, {notice.Cancelled.Length} cancelled, {notice.Unfounded.Length} unfounded"),
        EffectWithheld withheld => $"{withheld.Effect} {withheld.Reason}",
        _ => string.Empty,
    };

    private static string Joined(params ReadOnlySpan<string?> parts)
    {
        var said = new List<string>(parts.Length);
        foreach (var part in parts)
        {
            if (part is not null)
            {
                said.Add(part);
            }
        }

        return string.Join(' ', said);
    }
}
