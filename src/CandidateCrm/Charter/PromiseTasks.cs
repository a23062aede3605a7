using System.Globalization;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>The tasks of promises: of one that broke, and of the steps of its levels.</summary>
internal static class PromiseTasks
{
    private const string Close = "close";

    /// <summary>Names the task that a broken promise opens.</summary>
    internal static EffectKey Broken(PromiseKey promise) => new(promise.Expectation.Value, promise.Subject, promise.Ordinal, OpenTasks.Part);

    /// <summary>Opens the task of a promise that broke, where its rule asks for one.</summary>
    internal static void OpenBroken(FoldPass pass, Promise promise, Expectation rule, Instant due)
    {
        if (rule.TaskWhenBroken)
        {
            pass.Want(Broken(promise.Key), new OpenTask
            {
                Reason = "promise.broken",
                Rule = promise.Key.Expectation.Value,
                Subject = promise.Key.Subject,
                DueAt = due,
                Severity = rule.Severity,
            });
        }
    }

    /// <summary>Says that a level was reached, and opens its task, where it asks for one.</summary>
    internal static void Reach(FoldPass pass, Promise promise, TimedExpectation rule, LevelStep step)
    {
        var due = promise.Target!.Value;
        var notice = NoticeAt(pass, step.Level);
        pass.Raise(step.Level.Kind == LevelKind.Warning
            ? new PromiseWarned { Promise = promise.Key, Level = step.Level.Key, Step = step.Step, To = step.To, DueAt = due, NoticeAt = notice }
            : new PromiseEscalated { Promise = promise.Key, Level = step.Level.Key, Step = step.Step, To = step.To, DueAt = due, NoticeAt = notice });
        if (step.Level.OpensTask)
        {
            pass.Want(OfStep(promise.Key, step), new OpenTask
            {
                Reason = step.Level.Kind == LevelKind.Warning ? "promise.warned" : "promise.escalated",
                Rule = promise.Key.Expectation.Value,
                Subject = promise.Key.Subject,
                DueAt = due,
                To = step.To,
                NoticeAt = notice == pass.At ? null : notice,
                Severity = rule.Severity,
            });
        }
    }

    /// <summary>Closes the open tasks of a promise that ended.</summary>
    internal static void CloseAll(FoldPass pass, PromiseKey promise, string reason)
    {
        foreach (var task in pass.Draft.Tasks?.Open ?? [])
        {
            if (IsOf(task.Key, promise))
            {
                var part = task.Key.Part == OpenTasks.Part ? Close : $"{Close}.{task.Key.Part[OpenTasks.Level.Length..]}";
                pass.Want(new EffectKey(task.Key.Rule, task.Key.Subject, task.Key.Ordinal, part), new CloseTask { Task = task.Key, Reason = reason });
            }
        }
    }

    private static EffectKey OfStep(PromiseKey promise, LevelStep step) => new(
        promise.Expectation.Value, promise.Subject, promise.Ordinal, string.Create(CultureInfo.InvariantCulture, $"{OpenTasks.Level}{step.Level.Key}.{step.Step}"));

    private static bool IsOf(EffectKey task, PromiseKey promise) =>
        task.Ordinal == promise.Ordinal
        && string.Equals(task.Rule, promise.Expectation.Value, StringComparison.Ordinal)
        && string.Equals(task.Subject, promise.Subject, StringComparison.Ordinal)
        && (task.Part == OpenTasks.Part || task.Part.StartsWith(OpenTasks.Level, StringComparison.Ordinal));

    // The hours of people are those of now: they are not what was promised to anybody.
    private static Instant NoticeAt(FoldPass pass, PromiseLevel level) =>
        level.NoticeHours.IsAssigned && pass.Rules.FindCalendar(level.NoticeHours) is { } hours && hours.TryAdd(pass.At, Duration.Zero, out var open)
            ? Microseconds.Floor(open)
            : pass.At;
}
