using System.Collections.Immutable;

namespace CandidateCrm.Relationships;

/// <summary>Keeps the list of tasks that are to be done, from the effects that open and close them.</summary>
internal static class OpenTasks
{
    /// <summary>The part of an effect's key that the task of a broken promise has.</summary>
    internal const string Part = "task";

    /// <summary>The part that the task of a check-in has. It is another one, so that no expectation is called what a check-in is called.</summary>
    internal const string CheckIn = "check-in";

    /// <summary>What the parts of the tasks of levels begin with; the level and the step follow.</summary>
    internal const string Level = "level.";

    private static bool IsTask(EffectKey key) => key.Part is Part or CheckIn || IsLevel(key);

    /// <summary>Returns the list after an effect. What is withheld is nobody's task.</summary>
    internal static TasksSlice? With(TasksSlice? slice, Effect effect) => effect switch
    {
        { Withheld: not null } => slice,
        { Intent: OpenTask } when slice is not null && slice.Skipped.Contains(effect.Key) => slice,
        { Intent: OpenTask task } => new TasksSlice
        {
            Skipped = slice?.Skipped ?? [],
            Open = (slice?.Open ?? []).Add(new WantedTask { Key = effect.Key, WantedAt = effect.IntendedAt, Task = task }),
        },
        { Intent: CloseTask close } => Without(slice, close.Task),
        _ => slice,
    };

    /// <summary>Returns the list without a task.</summary>
    internal static TasksSlice? Without(TasksSlice? slice, EffectKey key) =>
        slice is not null && IndexOf(slice.Open, key) is var place and >= 0 ? slice with { Open = slice.Open.RemoveAt(place) } : slice;

    /// <summary>Returns the list without a task that was skipped; where it is not there yet, it never comes.</summary>
    internal static TasksSlice? Skipping(TasksSlice? slice, EffectKey key) =>
        Contains(slice, key) || !IsTask(key) || slice?.Skipped.Contains(key) == true
            ? Without(slice, key)
            : new TasksSlice { Open = slice?.Open ?? [], Skipped = (slice?.Skipped ?? []).Add(key).Sort(ByText) };

    /// <summary>Says whether a task is to be done.</summary>
    internal static bool Contains(TasksSlice? slice, EffectKey key) => Find(slice, key) is not null;

    /// <summary>
    /// Says whether a task needs not be handed over: it is not to be done any more, or it is that of a level of a promise that has come to a higher one meanwhile.
    /// </summary>
    internal static bool IsOvertaken(TasksSlice? slice, EffectKey key)
    {
        var place = slice is null ? -1 : IndexOf(slice.Open, key);
        return place < 0 || (IsLevel(key) && slice!.Open.Skip(place + 1).Any(later => IsLevel(later.Key) && new EffectKey(later.Key.Rule, later.Key.Subject, later.Key.Ordinal, key.Part) == key));
    }

    private static bool IsLevel(EffectKey key) => key.Part.StartsWith(Level, StringComparison.Ordinal);

    /// <summary>Returns a task that is to be done, or null.</summary>
    internal static WantedTask? Find(TasksSlice? slice, EffectKey key) =>
        slice is not null && IndexOf(slice.Open, key) is var place and >= 0 ? slice.Open[place] : null;

    // When somebody noticed is no part of the state, and so is not the order either.
    private static int ByText(EffectKey a, EffectKey b) => string.CompareOrdinal(a.ToString(), b.ToString());

    private static int IndexOf(ImmutableArray<WantedTask> open, EffectKey key)
    {
        for (var i = 0; i < open.Length; i++)
        {
            if (open[i].Key == key)
            {
                return i;
            }
        }

        return -1;
    }
}
