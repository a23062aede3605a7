using System.Collections.Immutable;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;

namespace CandidateCrm.Charter;

/// <summary>Ends promises: fulfilled, or void because what they were about ended. What was broken stays broken, but nobody has to do anything about it any more.</summary>
internal static class PromiseEnding
{
    /// <summary>Ends a promise because what keeps it happened.</summary>
    internal static void Fulfil(FoldPass pass, Promise promise)
    {
        pass.Draft.Charter = pass.Draft.Charter! with { Promises = pass.Draft.Charter.Promises.Remove(promise) };
        var calendar = pass.History.CalendarOf(promise, pass.Rules);
        if (promise.State == PromiseState.Open)
        {
            pass.Raise(new PromiseKept { Promise = promise.Key, OpenedAt = promise.OpenedAt, WorkingTime = calendar.Elapsed(promise.OpenedAt, pass.At) });
            return;
        }

        pass.Raise(new PromiseFulfilledLate
        {
            Promise = promise.Key,
            DueAt = promise.DueAt,
            WallOverrun = pass.At - promise.DueAt,
            WorkingOverrun = calendar.Elapsed(promise.DueAt, pass.At),
        });
        CloseTask(pass, promise, "promise.fulfilled_late");
    }

    /// <summary>Ends the promises about an application that ended.</summary>
    internal static void Close(FoldPass pass, string subject)
    {
        var slice = pass.Draft.Charter!;
        Void(pass, slice.Promises.Where(p => string.Equals(p.Key.Subject, subject, StringComparison.Ordinal)).ToArray(), PromiseCounting.Collapse(slice.Counters, subject));
    }

    /// <summary>Ends all promises. Their numbers stay, so that none is ever used twice.</summary>
    internal static void CloseAll(FoldPass pass) => Void(pass, [.. pass.Draft.Charter!.Promises], pass.Draft.Charter.Counters);

    /// <summary>Closes the tasks of broken promises; the promises stay. Where that would be withheld the tasks stay too: they are closed once, when their promises end.</summary>
    internal static void CloseTasks(FoldPass pass, string reason)
    {
        if (pass.InForce.WithholdingOf(FeatureCode.Charter.Value, pass.At) is not null)
        {
            return;
        }

        foreach (var promise in pass.Draft.Charter!.Promises)
        {
            pass.WorkOn(DefinitionKind.Expectation, promise.Key.Expectation.Value, promise.OpenedAt);
            CloseTask(pass, promise, reason);
        }
    }

    /// <summary>Names the task that a broken promise opens.</summary>
    internal static EffectKey TaskOf(Promise promise) => new(promise.Key.Expectation.Value, promise.Key.Subject, promise.Key.Ordinal, OpenTasks.Part);

    private static void Void(FoldPass pass, Promise[] ended, ImmutableArray<PromiseCounter> counters)
    {
        pass.Draft.Charter = new CharterSlice { Promises = pass.Draft.Charter!.Promises.RemoveRange(ended), Counters = counters };
        foreach (var promise in ended)
        {
            pass.WorkOn(DefinitionKind.Expectation, promise.Key.Expectation.Value, promise.OpenedAt);
            pass.Raise(new PromiseVoided { Promise = promise.Key, WasBroken = promise.State == PromiseState.Broken });
            CloseTask(pass, promise, "promise.voided");
        }
    }

    private static void CloseTask(FoldPass pass, Promise promise, string reason)
    {
        if (pass.Draft.Tasks is { Open.IsEmpty: false } tasks && TaskOf(promise) is var task && OpenTasks.Contains(tasks, task))
        {
            pass.Want(new EffectKey(task.Rule, task.Subject, task.Ordinal, "close"), new CloseTask { Task = task, Reason = reason });
        }
    }
}
