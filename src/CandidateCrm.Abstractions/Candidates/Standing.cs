using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Candidates;

/// <summary>A value that was stated of a person: what holds now, since when, and for how long what held before.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed record Standing<T>
    where T : struct
{
    /// <summary>Gets what holds now.</summary>
    public required T Current { get; init; }

    /// <summary>Gets since when.</summary>
    public required Instant Since { get; init; }

    /// <summary>Gets how often it changed; numbers the announcements of changes. That it was not known before the first statement counts as no stay.</summary>
    public int Changes { get; init; }

    /// <summary>Gets the stays that have ended, summed by value, in the order of the first.</summary>
    public ImmutableArray<Stay<T>> Past { get; init; } = [];

    /// <summary>Returns all stays summed by value at an instant, with the one that goes on.</summary>
    /// <param name="at">An instant at or after <see cref="Since"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies before the current stay: ask the relationship as of that instant.</exception>
    public ImmutableArray<Stay<T>> StaysAt(Instant at)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(at, Since);
        return With(Past, Current, at - Since);
    }

    /// <summary>Returns the value after a statement at an instant; the same where nothing changes.</summary>
    internal Standing<T> Next(T stated, Instant at) => EqualityComparer<T>.Default.Equals(stated, Current)
        ? this
        : new Standing<T> { Current = stated, Since = at, Changes = Changes + 1, Past = With(Past, Current, at - Since) };

    private static ImmutableArray<Stay<T>> With(ImmutableArray<Stay<T>> past, T value, Duration stay)
    {
        for (var i = 0; i < past.Length; i++)
        {
            if (EqualityComparer<T>.Default.Equals(past[i].Value, value))
            {
                return past.SetItem(i, past[i] with { Visits = past[i].Visits + 1, Total = past[i].Total + stay });
            }
        }

        return past.Add(new Stay<T> { Value = value, Visits = 1, Total = stay });
    }
}
