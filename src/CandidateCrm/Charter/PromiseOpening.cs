using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>Opens promises, each under the next number of its subject.</summary>
internal static class PromiseOpening
{
    /// <summary>Opens what a fact opens.</summary>
    internal static void Open(FoldPass pass, ITimelineEntry entry, string subject) =>
        OpenAll(pass, entry, subject, pass.Notes.Revived is { IsAssigned: true } revived ? new ApplicationReopened { Application = revived } : null);

    /// <summary>Opens what a closing asks for, the answer that each candidate is owed, once nothing is in the way of it. What is promised already is not promised again.</summary>
    internal static void OpenAnswers(FoldPass pass, RefusalDue due)
    {
        foreach (var application in due.Covers)
        {
            if (PromiseSlice.Application(pass, application.Value) is { Ending: { Disposition: Disposition.PositionClosed } ending } closed)
            {
                var closing = new RequisitionClosed { Requisition = closed.Requisition, Reason = ending.Reason };
                var isPromised = PromiseSlice.Of(pass).Promises.Any(promise =>
                    string.Equals(promise.Key.Subject, application.Value, StringComparison.Ordinal) && pass.RuleOf(promise).StartedBy.Matches(closing));
                if (!isPromised)
                {
                    OpenAll(pass, closing, application.Value, revival: null);
                }
            }
        }
    }

    /// <summary>Opens what a fact opens; a move of an ended application re-opens it as much as the fact that says so.</summary>
    internal static void OpenAll(FoldPass pass, ITimelineEntry entry, string subject, ApplicationReopened? revival)
    {
        foreach (var expectation in pass.Rules.Rules.Expectations)
        {
            if (!pass.InForce.IsSuspended(expectation.Key.Value) && (Starts(expectation, entry) || (revival is not null && Starts(expectation, revival))))
            {
                var state = PromiseSlice.Application(pass, subject);
                if (IsAwaited(pass, expectation, entry, (subject, state)) && IsWithin(pass, expectation.Scope, state))
                {
                    pass.WorkOn(DefinitionKind.Expectation, expectation.Key.Value);
                    Open(pass, expectation, entry, expectation.WholeRelationship ? (PromiseKey.WholeRelationship, null) : (subject, state));
                }
            }
        }
    }

    /// <summary>Opens the next cycle of a promise about the same subject, where its rule still is among those in force.</summary>
    internal static void OpenNext(FoldPass pass, Promise last, Expectation rule, ImmutableArray<Instant> counted = default)
    {
        // What keeps on going takes over the rules in force with each cycle.
        var now = pass.Rules.FindExpectation(last.Key.Expectation);
        if (now is null || now.GetType() != rule.GetType() || pass.InForce.IsSuspended(now.Key.Value))
        {
            return;
        }

        if (now is TimedExpectation timed)
        {
            OpenTimed(pass, timed, LimitOf(timed, PromiseSlice.Application(pass, last.Key.Subject)), last.Key.Subject);
            pass.Notes.Recurred = PromiseSlice.FindRunning(pass, last.Key.Expectation, last.Key.Subject) is { } next ? pass.Notes.Recurred.Add(next.Key) : pass.Notes.Recurred;
        }
        else
        {
            Put(pass, Bare(pass, now, last.Key.Subject) with { Counted = counted });
        }
    }

    /// <summary>Says whether a promise of this number was ever made, whether it runs or has ended. Of a subject that ended only the highest number of all that ended is known.</summary>
    internal static bool WasOpened(FoldPass pass, ExpectationKey expectation, string subject, int ordinal) =>
        ordinal < PromiseCounting.Next(PromiseSlice.Of(pass).Counters, expectation, subject, HasEndedBefore(pass, subject));

    /// <summary>Returns the time that an expectation allows; null where a stage has none, or where it is a fact that says so.</summary>
    internal static Limit? LimitOf(TimedExpectation rule, ApplicationState? state) =>
        rule is SilenceExpectation silence ? LimitOf(silence, state) : ExpectationLimits.OneOf(rule);

    private static Limit? LimitOf(SilenceExpectation silence, ApplicationState? state)
    {
        foreach (var limit in silence.Limits)
        {
            if (limit.Means(state?.Stage ?? default, state?.Category ?? default))
            {
                return limit.Limit;
            }
        }

        return null;
    }

    private static bool Starts(Expectation expectation, ITimelineEntry entry) =>
        expectation.StartedBy.Matches(entry) || (expectation is CompletionExpectation { UndoneBy: { } undone } && undone.Matches(entry));

    private static void Open(FoldPass pass, Expectation expectation, ITimelineEntry entry, (string Subject, ApplicationState? State) about)
    {
        var running = PromiseSlice.FindRunning(pass, expectation.Key, about.Subject);
        switch (expectation)
        {
            case ProhibitionExpectation prohibition:
                OpenProhibition(pass, prohibition, entry, running is null ? about.Subject : null);
                break;
            case CompletionExpectation completion:
                OpenCompletion(pass, completion, entry, running is null ? about.Subject : null);
                break;
            case AnswerExpectation or CadenceExpectation when running is not null:
                break;
            case AnswerExpectation answer when answer.KeptBy.Matches(entry):
                // What answers asks nothing of its own: a call that the candidate made is both.
                break;
            case SilenceExpectation silence:
                Enter(pass, silence, running, about);
                break;
            case AppointmentExpectation appointment:
                OpenAppointment(pass, appointment, entry, about.Subject);
                break;
            case TimedExpectation timed:
                Restart(pass, timed, about.Subject);
                OpenTimed(pass, timed, LimitOf(timed, about.State), about.Subject);
                break;
            default:
                break;
        }
    }

    private static void Restart(FoldPass pass, TimedExpectation rule, string subject)
    {
        var again = rule is OnceExpectation { Again: AgainRule.Restart } or AppointmentExpectation { Again: AgainRule.Restart };
        foreach (var open in again ? PromiseSlice.OpenOf(pass, rule.Key, subject) : [])
        {
            PromiseEnding.Void(pass, open);
        }
    }

    /// <summary>Begins the limit of the stage that was entered; one that was kept by the same fact has begun already.</summary>
    private static void Enter(FoldPass pass, SilenceExpectation silence, Promise? running, (string Subject, ApplicationState? State) about)
    {
        if (running is not null && pass.Notes.Recurred.Contains(running.Key))
        {
            return;
        }

        if (running is not null)
        {
            PromiseEnding.Void(pass, running);
        }

        if (LimitOf(silence, about.State) is { } limit)
        {
            OpenTimed(pass, silence, limit, about.Subject);
        }
    }

    private static void OpenCompletion(FoldPass pass, CompletionExpectation rule, ITimelineEntry entry, string? subject)
    {
        if (subject is null)
        {
            return;
        }

        var slice = PromiseSlice.Of(pass);
        var known = PromiseCounting.Find(slice.Counters, rule.Key, subject);
        if (known is { Remaining: { } remaining })
        {
            // Finished before: only what undoes it begins it again, with what was left.
            if (rule.UndoneBy?.Matches(entry) == true)
            {
                Open(pass, rule, subject, DueIn(pass, rule, remaining));
            }
        }
        else if (known is null && rule.StartedBy.Matches(entry))
        {
            OpenTimed(pass, rule, rule.Limit, subject);
        }
    }

    private static Instant? DueIn(FoldPass pass, TimedExpectation rule, Duration open) =>
        pass.Rules.Calendar(rule.Calendar).TryAdd(pass.At, open, out var due) ? Microseconds.Floor(due) : null;

    private static void OpenAppointment(FoldPass pass, AppointmentExpectation rule, ITimelineEntry entry, string subject)
    {
        Instant? due = entry switch
        {
            ContactPromised promised => promised.DueAt,
            CustomFact custom when rule.Attribute.IsAssigned => InstantOf(custom, rule.Attribute),
            _ => null,
        };
        if (due is null || due <= pass.At)
        {
            pass.Note(FindingCodes.InstantPast, $"{rule.Key}:{subject}");
            return;
        }

        Restart(pass, rule, subject);
        Open(pass, rule, subject, due);
    }

    private static Instant? InstantOf(CustomFact custom, FactCode attribute)
    {
        foreach (var field in custom.Attributes)
        {
            if (field.Name == attribute && field.Value.Type == AttributeType.Instant)
            {
                return field.Value.AsInstant;
            }
        }

        return null;
    }

    private static void OpenProhibition(FoldPass pass, ProhibitionExpectation rule, ITimelineEntry entry, string? subject)
    {
        if (subject is null)
        {
            return;
        }

        // What opens it may be what is counted: then it is the first.
        var isCounted = ProhibitionStep.IsCounted(rule, entry, pass.Cause);
        var counted = isCounted ? ProhibitionStep.Counted([], rule, entry, pass.At) ?? [] : [];
        Put(pass, Bare(pass, rule, subject) with { Counted = counted });
    }

    private static void OpenTimed(FoldPass pass, TimedExpectation rule, Limit? limit, string subject)
    {
        if (limit is { Unit: LimitUnit.FixedInstant } && limit.At <= pass.At)
        {
            pass.Note(FindingCodes.InstantPast, $"{rule.Key}:{subject}");
        }
        else if (limit is not null)
        {
            Open(pass, rule, subject, CharterEngine.TryDueAt(limit, pass.At, pass.Rules.Calendar(rule.Calendar), out var due) ? Microseconds.Floor(due) : null);
        }
    }

    private static void Open(FoldPass pass, TimedExpectation rule, string subject, Instant? due)
    {
        if (due is { } at)
        {
            Put(pass, CharterEngine.Open(rule, Next(pass, rule, subject), pass.At, at, pass.Rules.Calendar(rule.Calendar)));
        }
        else
        {
            pass.Note(FindingCodes.NoOpenTime, $"{rule.Key}:{subject}");
        }
    }

    private static Promise Bare(FoldPass pass, Expectation rule, string subject) =>
        new() { Key = Next(pass, rule, subject), Version = rule.Version, OpenedAt = pass.At, DueAt = null };

    private static PromiseKey Next(FoldPass pass, Expectation rule, string subject) =>
        new(rule.Key, subject, PromiseCounting.Next(PromiseSlice.Of(pass).Counters, rule.Key, subject, HasEndedBefore(pass, subject)));

    private static void Put(FoldPass pass, Promise promise)
    {
        var slice = PromiseSlice.Of(pass);
        pass.Draft.Charter = slice with
        {
            Promises = slice.Promises.Add(promise with { RulesPosition = pass.InForce.Position }),
            Counters = PromiseCounting.With(slice.Counters, promise.Key),
        };
        pass.Raise(new PromiseOpened { Promise = promise.Key, Version = promise.Version, DueAt = promise.DueAt });
    }

    // The numbers of a subject collapse when it ends; what comes to it afterwards goes on after them.
    private static bool HasEndedBefore(FoldPass pass, string subject) =>
        PromiseSlice.Application(pass, subject) is { } application && (application.Reopenings > 0 || IsOver(application));

    /// <summary>
    /// Says whether somebody may wait for something: not about an application that has ended, unless it is the end itself that opens it; not after a word of
    /// thanks; and of a draft or a prospect only for an answer to what they wrote. What we will not do holds in any case.
    /// </summary>
    private static bool IsAwaited(FoldPass pass, Expectation expectation, ITimelineEntry entry, (string Subject, ApplicationState? State) about) => entry switch
    {
        _ when expectation is ProhibitionExpectation => true,
        TouchpointRecorded touch => !touch.NeedsNoReply && (about.State is null || !IsOver(about.State)),
        PromiseDueMoved or RequisitionClosed => true,
        _ => about.State is null or { IsLive: true } || (IsOver(about.State) && entry is IApplicationFact && PromiseSlice.EndsNow(pass, about.Subject)),
    };

    private static bool IsWithin(FoldPass pass, ExpectationScope scope, ApplicationState? state) =>
        scope.IsAll
        || (state is not null
            && (scope.Requisitions.IsEmpty || scope.Requisitions.Contains(state.Requisition))
            && (scope.Pipelines.IsEmpty || (pass.Rules.FindPipeline(state.Pipeline, state.Requisition) is { } pipeline && scope.Pipelines.Contains(pipeline.Key)))
            && (scope.Reached is not { } least || state.FurthestCategory >= least));

    private static bool IsOver(ApplicationState application) => application.Status is ApplicationStatus.Ended or ApplicationStatus.Removed;
}
