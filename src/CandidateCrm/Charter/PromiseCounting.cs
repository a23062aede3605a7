using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>Numbers the cycles of promises, so that no name is ever used twice in a relationship.</summary>
internal static class PromiseCounting
{
    /// <summary>The subject under which the numbers of ended subjects collapse.</summary>
    internal const string Ended = "*ended";

    /// <summary>Returns what is known of an expectation and a subject; null for nothing.</summary>
    internal static PromiseCounter? Find(ImmutableArray<PromiseCounter> counters, ExpectationKey expectation, string subject) =>
        IndexOf(counters, expectation, subject) is var place and >= 0 ? counters[place] : null;

    /// <summary>Returns the next number. A subject that came back goes on after the highest number of any that ended.</summary>
    internal static int Next(ImmutableArray<PromiseCounter> counters, ExpectationKey expectation, string subject, bool cameBack)
    {
        var last = IndexOf(counters, expectation, subject) is var own and >= 0 ? counters[own].Last : 0;
        if (last == 0 && cameBack && IndexOf(counters, expectation, Ended) is var ended and >= 0)
        {
            last = counters[ended].Last;
        }

        return last + 1;
    }

    /// <summary>Remembers a number, and what is left of a total that was finished.</summary>
    internal static ImmutableArray<PromiseCounter> With(ImmutableArray<PromiseCounter> counters, PromiseKey key, Duration? remaining = null)
    {
        var counter = new PromiseCounter { Expectation = key.Expectation, Subject = key.Subject, Last = key.Ordinal, Remaining = remaining };
        return IndexOf(counters, key.Expectation, key.Subject) is var place and >= 0 ? counters.SetItem(place, counter) : counters.Add(counter);
    }

    /// <summary>Collapses the numbers of a subject that ended. A total that was finished may be undone: its number stays.</summary>
    internal static ImmutableArray<PromiseCounter> Collapse(ImmutableArray<PromiseCounter> counters, string subject)
    {
        var kept = counters.RemoveAll(c => c.Remaining is null && string.Equals(c.Subject, subject, StringComparison.Ordinal));
        foreach (var gone in counters)
        {
            if (gone.Remaining is not null || !string.Equals(gone.Subject, subject, StringComparison.Ordinal))
            {
                continue;
            }

            var place = IndexOf(kept, gone.Expectation, Ended);
            kept = place < 0 ? kept.Add(gone with { Subject = Ended }) : kept.SetItem(place, kept[place] with { Last = Math.Max(kept[place].Last, gone.Last) });
        }

        return kept;
    }

    private static int IndexOf(ImmutableArray<PromiseCounter> counters, ExpectationKey expectation, string subject)
    {
        for (var i = 0; i < counters.Length; i++)
        {
            if (counters[i].Expectation == expectation && string.Equals(counters[i].Subject, subject, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
