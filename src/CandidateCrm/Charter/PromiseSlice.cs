using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Relationships;

namespace CandidateCrm.Charter;

/// <summary>Changes the promises of a relationship while it is folded.</summary>
internal static class PromiseSlice
{
    private static CharterSlice Empty { get; } = new() { Promises = [], Counters = [] };

    internal static CharterSlice Of(FoldPass pass) => pass.Draft.Charter ?? Empty;

    /// <summary>Puts a promise in the place of another state of it.</summary>
    internal static void Replace(FoldPass pass, Promise before, Promise after)
    {
        if (!ReferenceEquals(before, after))
        {
            var slice = pass.Draft.Charter!;
            pass.Draft.Charter = slice with { Promises = slice.Promises.SetItem(IndexOf(slice.Promises, before.Key), after) };
        }
    }

    internal static void Remove(FoldPass pass, PromiseKey promise)
    {
        var slice = pass.Draft.Charter!;
        var place = IndexOf(slice.Promises, promise);
        pass.Draft.Charter = slice with
        {
            Promises = slice.Promises.RemoveAt(place),
            LateUntil = slice.Promises[place] is { State: PromiseState.Broken, Target: not null } ? pass.At : slice.LateUntil,
        };
    }

    /// <summary>Returns a promise as it stands now; null where it ended meanwhile.</summary>
    internal static Promise? Find(FoldPass pass, PromiseKey key) =>
        Of(pass).Promises is var promises && IndexOf(promises, key) is var place and >= 0 ? promises[place] : null;

    /// <summary>Returns the promise of an expectation about a subject that nobody has fulfilled; the last of several, null for none.</summary>
    internal static Promise? FindRunning(FoldPass pass, ExpectationKey expectation, string subject)
    {
        var promises = Of(pass).Promises;
        for (var i = promises.Length - 1; i >= 0; i--)
        {
            if (promises[i].Key.Expectation == expectation && string.Equals(promises[i].Key.Subject, subject, StringComparison.Ordinal))
            {
                return promises[i];
            }
        }

        return null;
    }

    /// <summary>Returns the promises of an expectation about a subject that are open or paused, and not due at this very instant.</summary>
    internal static ImmutableArray<Promise> OpenOf(FoldPass pass, ExpectationKey expectation, string subject) => Of(pass).Promises.RemoveAll(promise =>
        promise.State == PromiseState.Broken || promise.Key.Expectation != expectation || !string.Equals(promise.Key.Subject, subject, StringComparison.Ordinal) || PromiseEnding.IsDue(pass, promise));

    internal static ApplicationState? Application(FoldPass pass, string subject)
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

    /// <summary>Says whether a subject ended in this very pass.</summary>
    internal static bool EndsNow(FoldPass pass, string subject) =>
        (pass.Notes.Ended.IsAssigned && string.Equals(pass.Notes.Ended.Value, subject, StringComparison.Ordinal))
        || pass.Notes.Closed.Any(closed => string.Equals(closed.Value, subject, StringComparison.Ordinal));

    private static int IndexOf(ImmutableArray<Promise> promises, PromiseKey key)
    {
        for (var i = 0; i < promises.Length; i++)
        {
            if (promises[i].Key == key)
            {
                return i;
            }
        }

        return -1;
    }
}
