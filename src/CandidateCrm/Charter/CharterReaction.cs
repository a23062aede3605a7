using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Calendars;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>Opens promises, keeps them, has their time stand still, and finds them broken: by time at their due instant, by a breach at its own.</summary>
internal sealed class CharterReaction : Reaction
{
    internal override string Feature => "charter";

    internal override void On(FoldPass pass, ITimelineEntry entry)
    {
        if (entry is RefusalDue due)
        {
            PromiseOpening.OpenAnswers(pass, due);
        }

        if (entry is not (IFact or PromiseDueMoved) || HeldPromises.Rest(pass, entry))
        {
            return;
        }

        var subject = SubjectOf(entry, pass.Draft.Applications);
        if (entry is DueTold told && !pass.Notes.IsRepetition && !PromiseOpening.WasOpened(pass, told.Promise.Expectation, subject, told.Promise.Ordinal))
        {
            pass.Note(FindingCodes.PromiseUnknown, told.Promise.ToString());
        }

        if (pass.Draft.Charter is not null && !pass.Notes.IsRepetition)
        {
            PromiseHearing.Hear(pass, entry, subject);
            HearAnswers(pass, entry);
        }

        // What follows from a fact is heard after it: what the fact ended has ended already.
        if (entry is IFact && pass.Notes.Ended.IsAssigned && pass.Draft.Charter is not null)
        {
            PromiseEnding.Close(pass, pass.Notes.Ended.Value);
        }

        if (entry is RequisitionClosed closed)
        {
            Close(pass, closed);
        }
        else if (!pass.Notes.IsRepetition)
        {
            PromiseOpening.Open(pass, entry, subject);
        }
    }

    internal override void Tick(FoldPass pass)
    {
        // What was overdue before a fact is settled with it; what is due at its very instant waits for the alarm, for other evidence may still come.
        var now = pass.Place.Rank == TimelinePlace.AlarmRank ? pass.At : pass.At - Duration.FromTicks(10);
        foreach (var promise in OverlayGate.Rests(pass.Draft.Candidate?.Holds) ? [] : pass.Draft.Charter!.Promises)
        {
            if (CharterEngine.NextLook(promise) <= now && !IsSuspended(promise, pass.InForce))
            {
                PassTime(pass, promise, now);
            }
        }
    }

    internal override Instant? NextChange(Draft draft, RulesInForce rules)
    {
        Instant? next = null;
        foreach (var promise in OverlayGate.Rests(draft.Candidate?.Holds) ? [] : draft.Charter?.Promises ?? [])
        {
            if (CharterEngine.NextLook(promise) is { } at && (next is null || at < next) && !IsSuspended(promise, rules))
            {
                next = at;
            }
        }

        return next;
    }

    internal override bool IsChangedBy(Draft draft, RulesInForce before, RulesInForce after) =>
        draft.Charter is { Promises: { IsEmpty: false } promises } && !before.IsOff(Feature)
        && (after.IsOff(Feature) || (promises.Any(p => p.ToldDueAt is not null) && ZoneTables.Differ(before.Rules.Rules.Zones, after.Rules.Rules.Zones)) || ((before.SuspendsExpectations || after.SuspendsExpectations) && promises.Any(p => IsSuspended(p, before) != IsSuspended(p, after))));

    /// <summary>
    /// Switched off, the charter watches nothing any more: what was open is void. A suspended expectation has no alarms; once that is lifted, what
    /// is overdue by then is broken at once.
    /// </summary>
    internal override void Cross(FoldPass pass, RulesInForce before)
    {
        if (pass.InForce.IsOff(Feature))
        {
            PromiseEnding.CloseAll(pass);
        }
        else if (ZoneTables.Differ(before.Rules.Rules.Zones, pass.Rules.Rules.Zones))
        {
            RebaseStep.HoldAgainstZones(pass);
        }
    }

    internal override object? Save(Draft draft) => draft.Charter;

    internal override void Restore(Draft draft, object? slice) => draft.Charter = (CharterSlice?)slice;

    internal static bool IsSuspended(Promise promise, RulesInForce rules) => rules.IsSuspended(promise.Key.Expectation.Value);

    /// <summary>Gets the entries that may name an application and need not, besides the facts about one: what <see cref="SubjectOf(ITimelineEntry, ApplicationsSlice?)"/> reads it from.</summary>
    internal static ImmutableArray<string> NamingAtWill { get; } =
    [
        .. new[] { typeof(TouchpointRecorded), typeof(WaitingBegan), typeof(WaitingEnded), typeof(ContactPromised), typeof(DueTold), typeof(PromiseDueMoved) }.Select(EntryTypes.NameOf),
    ];

    /// <summary>Returns what a promise that an entry opens is about, and which promises it may keep: an application by the id that it has, whatever it was called.</summary>
    internal static string SubjectOf(ITimelineEntry entry, ApplicationsSlice? applications = null)
    {
        var named = entry switch
        {
            IApplicationFact fact => fact.Application,
            TouchpointRecorded touch => touch.Application,
            WaitingBegan began => began.Application,
            WaitingEnded ended => ended.Application,
            ContactPromised promised => promised.Application,
            RebaseOrdered ordered => ordered.Application,
            DueTold told => SubjectOf(told.Promise),
            PromiseDueMoved moved => SubjectOf(moved.Promise),
            _ => default,
        };
        return named.IsAssigned ? (applications?.Find(named)?.Application ?? named).Value : PromiseKey.WholeRelationship;
    }

    private static JobApplicationId SubjectOf(PromiseKey promise) => JobApplicationId.TryFrom(promise.Subject, out var application) && promise.Subject != PromiseKey.WholeRelationship ? application : default;

    /// <summary>Keeps the promises about all applications of which one message told the ending; ends those about endings that are not to be told for the time being.</summary>
    private static void HearAnswers(FoldPass pass, ITimelineEntry entry)
    {
        foreach (var application in pass.Notes.Covered)
        {
            PromiseHearing.HearAbout(pass, entry, application.Value);
        }

        foreach (var application in pass.Notes.Withheld)
        {
            PromiseEnding.Close(pass, application.Value);
        }
    }

    /// <summary>Ends the promises about the applications that end because their opening was closed, as their own ending would.</summary>
    private static void Close(FoldPass pass, RequisitionClosed closed)
    {
        foreach (var application in pass.Notes.Closed)
        {
            if (pass.Draft.Charter is not null)
            {
                PromiseHearing.HearAbout(pass, closed, application.Value);
                PromiseHearing.Hear(pass, new ApplicationEnded { Application = application, Disposition = Disposition.PositionClosed, Reason = closed.Reason }, application.Value);
                PromiseEnding.Close(pass, application.Value);
            }
        }
    }

    /// <summary>Takes a promise to where time alone has brought it: breaks it before its levels are told, so that an escalation is never told of an open one that is due.</summary>
    private static void PassTime(FoldPass pass, Promise promise, Instant now)
    {
        pass.WorkOn(DefinitionKind.Expectation, promise.Key.Expectation.Value, promise.OpenedAt);
        var rule = (TimedExpectation)pass.RuleOf(promise);
        var calendar = pass.CalendarOf(promise);
        var evaluation = CharterEngine.Evaluate(promise, rule, calendar, now);
        var after = PromiseClock.OnLine(evaluation.After!);
        PromiseSlice.Replace(pass, promise, after);
        if (promise.State == PromiseState.Paused && after.State != PromiseState.Paused)
        {
            PauseStep.Resumed(pass, promise, after, calendar);
        }

        if (after.State == PromiseState.Broken && promise.State != PromiseState.Broken)
        {
            var due = after.DueAt!.Value;
            pass.Raise(new PromiseBroken { Promise = promise.Key, DueAt = due });
            PromiseTasks.OpenBroken(pass, promise, rule, due);
        }

        if (evaluation.Reached is { } step)
        {
            PromiseTasks.Reach(pass, after, rule, step);
        }
    }
}
