using System.Collections.Immutable;
using CandidateCrm.Insights;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>Counts promises by what the timelines say of them.</summary>
internal sealed class ReportCardTally
{
    private readonly ImmutableArray<ExpectationKey> _order;
    private readonly Dictionary<ExpectationKey, Counts> _counts = [];

    internal ReportCardTally(ImmutableArray<Expectation> expectations)
    {
        _order = [.. expectations.Select(e => e.Key)];
        foreach (var key in _order)
        {
            _counts[key] = new Counts();
        }
    }

    internal void Add(ITimelineEntry entry)
    {
        switch (entry)
        {
            case PromiseOpened opened:
                Of(opened.Promise).Opened++;
                break;
            case PromiseKept kept:
                Of(kept.Promise).Kept.Add(kept.WorkingTime);
                break;
            case PromiseBroken broken:
                Of(broken.Promise).Broken++;
                break;
            case PromiseFulfilledLate late:
                Of(late.Promise).BrokenAndOver++;
                Of(late.Promise).Overruns.Add(late.WorkingOverrun);
                break;
            case PromiseVoided { WasBroken: true } ended:
                Of(ended.Promise).BrokenAndOver++;
                break;
            case PromiseVoided ended:
                Of(ended.Promise).Void++;
                break;
            default:
                break;
        }
    }

    /// <summary>Makes the report; expectations that the rules no longer have stand last.</summary>
    internal ReportCard Report(Instant asOf) => new()
    {
        AsOf = asOf,
        Lines =
        [
            .. _order.Concat(_counts.Keys.Except(_order).OrderBy(k => k.Value, StringComparer.Ordinal)).Select(Line),
        ],
    };

    private ReportCardLine Line(ExpectationKey key)
    {
        var counts = _counts[key];
        return new ReportCardLine
        {
            Expectation = key,
            Kept = counts.Kept.Count,
            Broken = counts.BrokenAndOver,
            OpenOverdue = counts.Broken - counts.BrokenAndOver,
            OpenInTime = counts.Opened - counts.Kept.Count - counts.Broken - counts.Void,
            Void = counts.Void,
            WorkingTime = Percentiles.Summarize(counts.Kept),
            WorkingOverrun = Percentiles.Summarize(counts.Overruns),
        };
    }

    private Counts Of(PromiseKey promise)
    {
        if (!_counts.TryGetValue(promise.Expectation, out var counts))
        {
            _counts[promise.Expectation] = counts = new Counts();
        }

        return counts;
    }

    private sealed class Counts
    {
        internal long Opened { get; set; }

        internal List<Duration> Kept { get; } = [];

        internal List<Duration> Overruns { get; } = [];

        internal long Broken { get; set; }

        internal long BrokenAndOver { get; set; }

        internal long Void { get; set; }
    }
}
