using CandidateCrm.Calendars;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>Has the time of a promise stand still and run on, as its rule says which facts do.</summary>
internal static class PauseStep
{
    /// <summary>Takes in a fact, and returns the promise as it stands then.</summary>
    internal static Promise Hear(FoldPass pass, Promise promise, TimedExpectation rule, (ITimelineEntry Entry, string Subject) told)
    {
        var after = promise;
        if (promise.State is not (PromiseState.Open or PromiseState.Paused))
        {
            return after;
        }

        foreach (var pause in rule.Pauses)
        {
            if (PromiseHearing.Means(pause.ResumedBy, promise, told.Entry, told.Subject))
            {
                after = Resume(pass, after, rule, pause.Reason);
            }
            else if (PromiseHearing.Means(pause.PausedBy, promise, told.Entry, told.Subject))
            {
                after = Pause(pass, after, rule, pause.Reason);
            }
        }

        return after;
    }

    /// <summary>Says that the time of a promise runs on, and by how much it was moved.</summary>
    internal static void Resumed(FoldPass pass, Promise before, Promise after, CompiledCalendar calendar)
    {
        var due = after.Target!.Value;
        var to = after.Pauses.Where(pause => pause.From >= before.PausedSince && pause.To is not null).Max(pause => pause.To!.Value);
        var open = Duration.Max(Duration.Zero, calendar.Elapsed(before.PausedSince!.Value, to));
        pass.Raise(new PromiseResumed { Promise = after.Key, DueAt = due, Paused = open, ByTime = pass.Cause is null, Number = after.Changes });
        if (open > Duration.Zero && due == before.Target)
        {
            pass.Note(FindingCodes.NoOpenTime, $"{after.Key.Expectation}:{after.Key.Subject}");
        }

        RebaseStep.Correct(pass, after);
    }

    private static Promise Pause(FoldPass pass, Promise promise, TimedExpectation rule, PauseReason reason)
    {
        var calendar = pass.CalendarOf(promise);
        var after = CharterEngine.PauseTimed(promise, reason, pass.At, rule, calendar);
        PromiseSlice.Replace(pass, promise, after);
        if (promise.State == PromiseState.Open && after.State == PromiseState.Paused)
        {
            pass.Raise(new PromisePaused { Promise = after.Key, Reason = reason, Remaining = after.Remaining!.Value, Number = after.Changes });
        }

        return after;
    }

    private static Promise Resume(FoldPass pass, Promise promise, TimedExpectation rule, PauseReason reason)
    {
        var calendar = pass.CalendarOf(promise);
        var resumed = promise;
        PromiseClock.TryResume(ref resumed, reason, pass.At, calendar);
        resumed = PromiseClock.OnLine(resumed);
        if (ReferenceEquals(resumed, promise))
        {
            return promise;
        }

        var after = CharterEngine.WithNextStep(resumed, rule, calendar);
        PromiseSlice.Replace(pass, promise, after);
        if (after.State != PromiseState.Paused)
        {
            Resumed(pass, promise, after, calendar);
        }

        return after;
    }
}
