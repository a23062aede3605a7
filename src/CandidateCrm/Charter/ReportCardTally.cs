using System.Collections.Immutable;
using CandidateCrm.Insights;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>Counts promises by what the timelines say of them, one relationship after the other; each promise once, whatever is said of it.</summary>
internal sealed class ReportCardTally
{
    private readonly ImmutableArray<ExpectationKey> _order;
    private readonly Dictionary<ExpectationKey, Counts> _counts = [];
    private readonly Dictionary<PromiseKey, Verdict> _verdicts = [];

    internal ReportCardTally(ImmutableArray<Expectation> expectations)
    {
        _order = [.. expectations.Select(e => e.Key)];
        foreach (var key in _order)
        {
            _counts[key] = new Counts();
        }
    }

    private enum State
    {
        OpenInTime,
        OpenOverdue,
        Void,
        Broken,
        Kept,
    }

    internal void Add(ITimelineEntry entry)
    {
        switch (entry)
        {
            case PromiseOpened opened:
                Say(opened.Promise, State.OpenInTime);
                break;
            case PromiseKept kept:
                Say(kept.Promise, State.Kept, kept.WorkingTime);
                break;
            case PromiseBroken broken:
                Say(broken.Promise, State.OpenOverdue);
                break;
            case PromiseFulfilledLate late:
                Say(late.Promise, State.Broken, late.WorkingOverrun);
                break;
            case PromiseVoided ended:
                Say(ended.Promise, ended.WasBroken ? State.Broken : State.Void);
                break;
            default:
                break;
        }
    }

    /// <summary>Ends a relationship: what is added from here on is about another candidate.</summary>
    internal void Close()
    {
        foreach (var (promise, verdict) in _verdicts)
        {
            Of(promise).Add(verdict);
        }

        _verdicts.Clear();
    }

    /// <summary>Makes the report; expectations that the rules no longer have stand last.</summary>
    internal ReportCard Report(Instant asOf) => new()
    {
        AsOf = asOf,
        Lines =
        [
            .. _order.Concat(_counts.Keys.Except(_order).OrderBy(k => k.Value, StringComparer.Ordinal)).Select(key => _counts[key].Line(key)),
        ],
    };

    // A worker may ring an alarm between the reading of a state and of its timeline: the verdict that says more stands.
    private void Say(PromiseKey promise, State state, Duration? time = null)
    {
        if (!_verdicts.TryGetValue(promise, out var known) || known.State < state)
        {
            _verdicts[promise] = new Verdict(state, time);
        }
    }

    private Counts Of(PromiseKey promise)
    {
        if (!_counts.TryGetValue(promise.Expectation, out var counts))
        {
            _counts[promise.Expectation] = counts = new Counts();
        }

        return counts;
    }

    /// <summary>Where a promise stands, and the working time that it took or ran over, if it was fulfilled.</summary>
    private readonly record struct Verdict(State State, Duration? Time);

    private sealed class Counts
    {
        private readonly long[] _byState = new long[(int)State.Kept + 1];
        private readonly List<Duration> _kept = [];
        private readonly List<Duration> _overruns = [];

        internal void Add(Verdict verdict)
        {
            _byState[(int)verdict.State]++;
            if (verdict.Time is { } time)
            {
                (verdict.State == State.Kept ? _kept : _overruns).Add(time);
            }
        }

        internal ReportCardLine Line(ExpectationKey key) => new()
        {
            Expectation = key,
            Kept = _byState[(int)State.Kept],
            Broken = _byState[(int)State.Broken],
            OpenOverdue = _byState[(int)State.OpenOverdue],
            OpenInTime = _byState[(int)State.OpenInTime],
            Void = _byState[(int)State.Void],
            WorkingTime = Percentiles.Summarize(_kept),
            WorkingOverrun = Percentiles.Summarize(_overruns),
        };
    }
}
