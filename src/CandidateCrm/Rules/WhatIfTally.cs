using System.Collections.Immutable;
using CandidateCrm.Charter;
using CandidateCrm.Relationships;
using NodaTime;

namespace CandidateCrm.Rules;

/// <summary>Counts what two logs make of the same past, candidate by candidate.</summary>
internal sealed class WhatIfTally(Instant until)
{
    private readonly SortedDictionary<string, (long Before, long After)> _bands = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (long Before, long After)> _phases = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, PromiseTally> _promises = new(StringComparer.Ordinal);
    private int _candidates;
    private int _differing;
    private (long Before, long After) _tasks;

    internal Instant Until => until;

    internal void Add(Decision before, Decision after)
    {
        _candidates++;
        Count(before, isAfter: false);
        Count(after, isAfter: true);
        if (!Answers(before).SequenceEqual(Answers(after), StringComparer.Ordinal))
        {
            _differing++;
        }
    }

    internal WhatIfReport Report() => new()
    {
        Until = until,
        Candidates = _candidates,
        Differing = _differing,
        Promises = [.. _promises.Select(p => p.Value.Line(p.Key))],
        Bands = Lines(_bands),
        Phases = Lines(_phases),
        Tasks = new WhatIfCount { Before = _tasks.Before, After = _tasks.After },
    };

    /// <summary>Writes out what a person would notice: the verdict on each promise, the bands, the phase. That a due time moved and was met all the same is no difference.</summary>
    private static IEnumerable<string> Answers(Decision decision) =>
        decision.Derived
            .Select(e => e.Entry)
            .Select(entry => entry switch
            {
                PromiseKept kept => $"kept {kept.Promise}",
                PromiseBroken broken => $"broken {broken.Promise}",
                PromiseVoided ended => $"void {ended.Promise}",
                _ => null,
            })
            .OfType<string>()
            .Order(StringComparer.Ordinal)
            .Concat(BandsOf(decision))
            .Append($"{decision.Next.Lifecycle?.Phase}");

    private static IEnumerable<string> BandsOf(Decision decision) =>
        decision.Next.Engagement?.Scores.Where(s => s.State.Band is not null).Select(s => $"{s.State.Model}/{s.State.Band}") ?? [];

    private void Count(Decision decision, bool isAfter)
    {
        foreach (var entry in decision.Derived.Select(e => e.Entry))
        {
            switch (entry)
            {
                case PromiseOpened opened:
                    PromisesOf(opened.Promise).Opened.Add(isAfter);
                    break;
                case PromiseKept kept:
                    PromisesOf(kept.Promise).Kept.Add(isAfter);
                    break;
                case PromiseBroken broken:
                    PromisesOf(broken.Promise).Broken.Add(isAfter);
                    break;
                default:
                    break;
            }
        }

        foreach (var band in BandsOf(decision))
        {
            Count(_bands, band, isAfter);
        }

        if (decision.Next.Lifecycle is { } lifecycle)
        {
            Count(_phases, lifecycle.Phase.Value, isAfter);
        }

        var tasks = decision.Effects.Count(effect => effect.Intent is OpenTask);
        _tasks = isAfter ? (_tasks.Before, _tasks.After + tasks) : (_tasks.Before + tasks, _tasks.After);
    }

    private PromiseTally PromisesOf(PromiseKey key) =>
        _promises.TryGetValue(key.Expectation.Value, out var tally) ? tally : _promises[key.Expectation.Value] = new PromiseTally();

    private static void Count(SortedDictionary<string, (long Before, long After)> counts, string name, bool isAfter)
    {
        var (before, after) = counts.GetValueOrDefault(name);
        counts[name] = isAfter ? (before, after + 1) : (before + 1, after);
    }

    private static ImmutableArray<WhatIfCount> Lines(SortedDictionary<string, (long Before, long After)> counts) =>
        [.. counts.Select(c => new WhatIfCount { Name = c.Key, Before = c.Value.Before, After = c.Value.After })];

    private sealed class PromiseTally
    {
        internal Pair Opened { get; } = new();

        internal Pair Kept { get; } = new();

        internal Pair Broken { get; } = new();

        internal WhatIfPromises Line(string expectation) => new()
        {
            Expectation = ExpectationKey.From(expectation),
            Opened = Opened.Count,
            Kept = Kept.Count,
            Broken = Broken.Count,
        };
    }

    private sealed class Pair
    {
        private long _before;
        private long _after;

        internal WhatIfCount Count => new() { Before = _before, After = _after };

        internal void Add(bool isAfter)
        {
            _before += isAfter ? 0 : 1;
            _after += isAfter ? 1 : 0;
        }
    }
}
