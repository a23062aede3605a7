using CandidateCrm.Applications;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>Opens promises, keeps them, and finds them broken at their due instant.</summary>
internal sealed class CharterReaction : Reaction
{
    internal override string Feature => "charter";

    internal override void On(FoldPass pass, ITimelineEntry entry)
    {
        if (entry is RefusalDue due)
        {
            OpenAnswers(pass, due);
        }

        if (entry is not IFact || HeldPromises.Rest(pass, entry))
        {
            return;
        }

        var subject = SubjectOf(entry, pass.Draft.Applications);
        if (pass.Draft.Charter is not null && !pass.Notes.IsRepetition)
        {
            Keep(pass, entry, subject);
            KeepAnswers(pass, entry);
        }

        if (pass.Notes.Ended.IsAssigned && pass.Draft.Charter is not null)
        {
            PromiseEnding.Close(pass, pass.Notes.Ended.Value);
        }

        if (entry is RequisitionClosed closed)
        {
            Close(pass, closed);
        }
        else if (!pass.Notes.IsRepetition)
        {
            Open(pass, entry, subject);
        }
    }

    internal override void Tick(FoldPass pass)
    {
        foreach (var promise in OverlayGate.Rests(pass.Draft.Candidate?.Holds) ? [] : pass.Draft.Charter!.Promises)
        {
            if (promise.State == PromiseState.Open && !IsSuspended(promise, pass.InForce) && CharterEngine.Evaluate(promise, pass.At).State == PromiseState.Broken)
            {
                Break(pass, promise);
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
        && (after.IsOff(Feature) || ((before.SuspendsExpectations || after.SuspendsExpectations) && promises.Any(p => IsSuspended(p, before) != IsSuspended(p, after))));

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
    }

    internal override object? Save(Draft draft) => draft.Charter;

    internal override void Restore(Draft draft, object? slice) => draft.Charter = (CharterSlice?)slice;

    private static bool IsSuspended(Promise promise, RulesInForce rules) => rules.IsSuspended(promise.Key.Expectation.Value);

    /// <summary>Returns what a promise that an entry opens is about, and which promises it may keep: an application by the id that it has, whatever it was called.</summary>
    internal static string SubjectOf(ITimelineEntry entry, ApplicationsSlice? applications = null)
    {
        var named = entry switch
        {
            IApplicationFact fact => fact.Application,
            TouchpointRecorded touch => touch.Application,
            _ => default,
        };
        return named.IsAssigned ? (applications?.Find(named)?.Application ?? named).Value : PromiseKey.WholeRelationship;
    }

    private static void Keep(FoldPass pass, ITimelineEntry entry, string subject)
    {
        var automatic = AutomationRule.IsAutomatic(entry, pass.Cause);
        foreach (var promise in pass.Draft.Charter!.Promises)
        {
            var meant = string.Equals(promise.Key.Subject, PromiseKey.WholeRelationship, StringComparison.Ordinal)
                || string.Equals(promise.Key.Subject, subject, StringComparison.Ordinal);
            if (!meant || IsSuspended(promise, pass.InForce))
            {
                continue;
            }

            pass.WorkOn(DefinitionKind.Expectation, promise.Key.Expectation.Value, promise.OpenedAt);
            var expectation = pass.History.RuleOf(promise, pass.Rules);
            if ((expectation.AutomationMayKeep || !automatic) && expectation.KeptBy.Matches(entry))
            {
                PromiseEnding.Fulfil(pass, promise);
            }
        }
    }

    /// <summary>Keeps the promises about all applications of which one message told the ending; voids those about endings that are not to be told for the time being.</summary>
    private static void KeepAnswers(FoldPass pass, ITimelineEntry entry)
    {
        foreach (var application in pass.Notes.Covered)
        {
            Keep(pass, entry, application.Value);
        }

        foreach (var application in pass.Notes.Withheld)
        {
            PromiseEnding.Close(pass, application.Value);
        }
    }

    /// <summary>Opens what a closing asks for, the answer that each candidate is owed, once nothing is in the way of it.</summary>
    private static void OpenAnswers(FoldPass pass, RefusalDue due)
    {
        foreach (var application in due.Covers)
        {
            if (Find(pass, application.Value) is { Ending: { Disposition: Disposition.PositionClosed } ending } closed && !IsAnswerOpen(pass, application.Value))
            {
                OpenAll(pass, new RequisitionClosed { Requisition = closed.Requisition, Reason = ending.Reason }, application.Value, revival: null);
            }
        }
    }

    // A message that covers more than the one before asks for nothing that was promised already.
    private static bool IsAnswerOpen(FoldPass pass, string subject) =>
        (pass.Draft.Charter?.Promises ?? []).Any(promise => string.Equals(promise.Key.Subject, subject, StringComparison.Ordinal));

    /// <summary>Ends the promises about the applications that end because their opening was closed, as their own ending would.</summary>
    private static void Close(FoldPass pass, RequisitionClosed closed)
    {
        foreach (var application in pass.Notes.Closed)
        {
            if (pass.Draft.Charter is not null)
            {
                Keep(pass, closed, application.Value);
                Keep(pass, new ApplicationEnded { Application = application, Disposition = Disposition.PositionClosed, Reason = closed.Reason }, application.Value);
                PromiseEnding.Close(pass, application.Value);
            }
        }
    }

    private static void Break(FoldPass pass, Promise promise)
    {
        pass.WorkOn(DefinitionKind.Expectation, promise.Key.Expectation.Value, promise.OpenedAt);
        pass.Draft.Charter = pass.Draft.Charter! with
        {
            Promises = pass.Draft.Charter.Promises.Replace(promise, promise with { State = PromiseState.Broken }),
        };
        pass.Raise(new PromiseBroken { Promise = promise.Key, DueAt = promise.DueAt });
        if (pass.History.RuleOf(promise, pass.Rules).TaskWhenBroken)
        {
            pass.Want(PromiseEnding.TaskOf(promise), new OpenTask
            {
                Reason = "promise.broken",
                Rule = promise.Key.Expectation.Value,
                Subject = promise.Key.Subject,
                DueAt = promise.DueAt,
            });
        }
    }

    private static void Open(FoldPass pass, ITimelineEntry entry, string subject)
    {
        if (!IsAwaited(entry, Find(pass, subject)))
        {
            return;
        }

        OpenAll(pass, entry, subject, pass.Notes.Revived is { IsAssigned: true } revived ? new ApplicationReopened { Application = revived } : null);
    }

    private static void OpenAll(FoldPass pass, ITimelineEntry entry, string subject, ApplicationReopened? revival)
    {
        foreach (var expectation in pass.Rules.Rules.Expectations)
        {
            // A move of an ended application re-opens it as much as the fact that says so.
            if (!pass.InForce.IsSuspended(expectation.Key.Value) && (expectation.StartedBy.Matches(entry) || (revival is not null && expectation.StartedBy.Matches(revival))))
            {
                pass.WorkOn(DefinitionKind.Expectation, expectation.Key.Value);
                Open(pass, expectation, subject);
            }
        }
    }

    private static void Open(FoldPass pass, Expectation expectation, string subject)
    {
        var calendar = pass.Rules.Calendar(expectation.Calendar);
        if (!CharterEngine.TryDueAt(expectation.Limit, pass.At, calendar, out var due))
        {
            pass.Note(FindingCodes.NoOpenTime, $"{expectation.Key}:{subject}");
            return;
        }

        var slice = pass.Draft.Charter ?? new CharterSlice { Promises = [], Counters = [] };
        var ordinal = PromiseCounting.Next(slice.Counters, expectation.Key, subject, HasEndedBefore(pass, subject));
        var promise = new Promise
        {
            Key = new PromiseKey(expectation.Key, subject, ordinal),
            Version = expectation.Version,
            OpenedAt = pass.At,
            DueAt = due,
            Calendar = expectation.Calendar,
            CalendarVersion = calendar.Version,
            ZoneDataVersion = calendar.ZoneDataVersion,
        };
        pass.Draft.Charter = new CharterSlice
        {
            Promises = slice.Promises.Add(promise),
            Counters = PromiseCounting.With(slice.Counters, promise.Key),
        };
        pass.Raise(new PromiseOpened { Promise = promise.Key, Version = promise.Version, DueAt = due });
    }

    // The numbers of a subject collapse when it ends; what comes to it afterwards goes on after them.
    private static bool HasEndedBefore(FoldPass pass, string subject) =>
        Find(pass, subject) is { } application && (application.Reopenings > 0 || IsOver(application));

    /// <summary>
    /// Says whether somebody may wait for something: not about an application that has ended, not after a word of thanks, and of a draft or a
    /// prospect only for an answer to what they wrote.
    /// </summary>
    private static bool IsAwaited(ITimelineEntry entry, ApplicationState? application) => entry switch
    {
        TouchpointRecorded touch => !touch.NeedsNoReply && (application is null || !IsOver(application)),
        _ => application is null or { IsLive: true },
    };

    private static bool IsOver(ApplicationState application) => application.Status is ApplicationStatus.Ended or ApplicationStatus.Removed;

    private static ApplicationState? Find(FoldPass pass, string subject)
    {
        foreach (var application in pass.Draft.Applications?.All ?? [])
        {
            if (string.Equals(application.Application.Value, subject, StringComparison.Ordinal))
            {
                return application;
            }
        }

        return null;
    }
}
