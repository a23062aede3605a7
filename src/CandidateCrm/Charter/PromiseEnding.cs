using CandidateCrm.Calendars;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>Ends promises: fulfilled, held to the end, or void because what they were about ended. What was broken stays broken, but nobody has to do anything about it any more.</summary>
internal static class PromiseEnding
{
    /// <summary>Ends a promise because what keeps it happened; what recurs begins the next cycle.</summary>
    internal static void Fulfil(FoldPass pass, Promise promise, TimedExpectation rule)
    {
        PromiseSlice.Remove(pass, promise.Key);
        var calendar = pass.CalendarOf(promise);
        if (rule is CompletionExpectation { UndoneBy: not null })
        {
            Remember(pass, promise, calendar);
        }

        if (promise.State == PromiseState.Broken)
        {
            var due = promise.Target!.Value;
            pass.Raise(new PromiseFulfilledLate
            {
                Promise = promise.Key,
                DueAt = due,
                WallOverrun = pass.At - due,
                WorkingOverrun = calendar.Elapsed(due, pass.At),
                WorkingTime = PromiseClock.Used(promise, pass.At, calendar),
            });
            PromiseTasks.CloseAll(pass, promise.Key, "promise.fulfilled_late");
        }
        else
        {
            pass.Raise(new PromiseKept { Promise = promise.Key, OpenedAt = promise.OpenedAt, WorkingTime = PromiseClock.Used(promise, pass.At, calendar) });
            PromiseTasks.CloseAll(pass, promise.Key, "promise.kept");
        }

        if (rule is CadenceExpectation or SilenceExpectation && !PromiseSlice.EndsNow(pass, promise.Key.Subject))
        {
            PromiseOpening.OpenNext(pass, promise, rule);
        }
    }

    /// <summary>Ends a prohibition that held to its end.</summary>
    internal static void Hold(FoldPass pass, Promise promise)
    {
        PromiseSlice.Remove(pass, promise.Key);
        pass.Raise(new PromiseKept { Promise = promise.Key, OpenedAt = promise.OpenedAt, WorkingTime = null });
        PromiseTasks.CloseAll(pass, promise.Key, "promise.kept");
    }

    /// <summary>Ends a promise without a verdict; a broken one stays broken, and at its due instant it is.</summary>
    internal static void Void(FoldPass pass, Promise promise)
    {
        if (IsDue(pass, promise))
        {
            pass.WorkOn(DefinitionKind.Expectation, promise.Key.Expectation.Value, promise.OpenedAt);
            pass.Raise(new PromiseBroken { Promise = promise.Key, DueAt = promise.DueAt!.Value });
            promise = promise with { State = PromiseState.Broken };
        }

        End(pass, promise);
    }

    private static void End(FoldPass pass, Promise promise)
    {
        PromiseSlice.Remove(pass, promise.Key);
        pass.WorkOn(DefinitionKind.Expectation, promise.Key.Expectation.Value, promise.OpenedAt);
        pass.Raise(new PromiseVoided { Promise = promise.Key, WasBroken = promise.State == PromiseState.Broken });
        PromiseTasks.CloseAll(pass, promise.Key, "promise.voided");
    }

    /// <summary>Says whether only what keeps it saves a promise now: at its due instant nothing else does, unless it is suspended, or the person goes on under another id.</summary>
    internal static bool IsDue(FoldPass pass, Promise promise) =>
        promise.State == PromiseState.Open && promise.DueAt == pass.At && !CharterReaction.IsSuspended(promise, pass.InForce) && !OverlayGate.Rests(pass.Draft.Candidate?.Holds);

    /// <summary>Ends the promises about an application that ended, as their rules say. What was broken and is not owed on is void.</summary>
    internal static void Close(FoldPass pass, string subject)
    {
        var slice = pass.Draft.Charter!;
        pass.Draft.Charter = slice with { Counters = PromiseCounting.Collapse(slice.Counters, subject) };
        foreach (var promise in slice.Promises)
        {
            if (!string.Equals(promise.Key.Subject, subject, StringComparison.Ordinal))
            {
                continue;
            }

            var rule = pass.RuleOf(promise);
            switch (rule.WhenApplicationEnds)
            {
                case ApplicationEndRule.Stay:
                    break;
                case ApplicationEndRule.Keep when promise.State == PromiseState.Broken:
                    Void(pass, promise);
                    break;
                case ApplicationEndRule.Keep when rule is TimedExpectation timed:
                    pass.WorkOn(DefinitionKind.Expectation, promise.Key.Expectation.Value, promise.OpenedAt);
                    Fulfil(pass, promise, timed);
                    break;
                case ApplicationEndRule.Keep:
                    pass.WorkOn(DefinitionKind.Expectation, promise.Key.Expectation.Value, promise.OpenedAt);
                    Hold(pass, promise);
                    break;
                default:
                    Void(pass, promise);
                    break;
            }
        }
    }

    /// <summary>Ends all promises. Their numbers stay, so that none is ever used twice.</summary>
    internal static void CloseAll(FoldPass pass)
    {
        foreach (var promise in pass.Draft.Charter!.Promises)
        {
            End(pass, promise);
        }
    }

    /// <summary>Closes the tasks of promises that stay. Where that would be withheld the tasks stay too: they are closed once, when their promises end.</summary>
    internal static void CloseTasks(FoldPass pass, string reason)
    {
        if (pass.InForce.WithholdingOf(FeatureCode.Charter.Value, pass.At) is not null)
        {
            return;
        }

        foreach (var promise in pass.Draft.Charter!.Promises)
        {
            pass.WorkOn(DefinitionKind.Expectation, promise.Key.Expectation.Value, promise.OpenedAt);
            PromiseTasks.CloseAll(pass, promise.Key, reason);
        }
    }

    // The total goes on where it stopped, if it is undone: with the working time that was left.
    private static void Remember(FoldPass pass, Promise promise, CompiledCalendar calendar)
    {
        var left = promise.State == PromiseState.Broken ? Duration.Zero
            : promise.Remaining ?? Duration.Max(Duration.Zero, calendar.Elapsed(pass.At, promise.Target!.Value));
        var slice = pass.Draft.Charter!;
        pass.Draft.Charter = slice with { Counters = PromiseCounting.With(slice.Counters, promise.Key, left) };
    }
}
