using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Insights;

/// <summary>
/// Cumulative incidence of hire, rejection, withdrawal and other ends by the Aalen-Johansen estimator, with open applications
/// right-censored at the instant asked for: neither dropped nor counted as lost. Add, merge and report in any order and partition.
/// </summary>
/// <remarks>
/// Computed as «redistribution to the right» (Efron 1967), which is the same estimate: every application weighs 1; when open
/// ones leave observation, their weight goes in equal parts to those observed longer; a share is the weight that ended so, divided
/// by all. Ends stand before open ones of the same length. In decimals of 28 digits; without open applications in whole numbers.
/// </remarks>
public sealed class CompetingRisks
{
    private const int Decimals = 15;

    private static readonly ImmutableArray<OutcomeKind> Ends =
        [OutcomeKind.Hired, OutcomeKind.Rejected, OutcomeKind.Withdrew, OutcomeKind.ClosedOtherwise];

    private readonly Instant _asOf;
    private readonly Func<Instant, Instant, Duration> _elapsed;
    private readonly PathMeasure _measure;
    private readonly ImmutableArray<Duration> _limits;
    private readonly Dictionary<Duration, OutcomeTally> _observed = [];
    private long _unmeasured;

    /// <summary>Starts with no application.</summary>
    /// <param name="asOf">Until when applications are observed, itself included; one made later is not counted.</param>
    /// <param name="elapsed">
    /// Measures between exact instants; the wall clock by default. A working calendar gives working time. An application of which
    /// the start or the end is known by its date alone is observed for whole days, the difference of the dates.
    /// </param>
    /// <param name="limits">Within which limits ends are counted.</param>
    public CompetingRisks(Instant asOf, Func<Instant, Instant, Duration>? elapsed = null, params ImmutableArray<Duration> limits)
    {
        _asOf = asOf;
        _elapsed = elapsed ?? WallTime.Elapsed;
        _measure = new PathMeasure(_elapsed);
        _limits = limits.IsDefault ? [] : limits;
    }

    /// <summary>Counts one application.</summary>
    public void Add(ApplicationPath path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.AsOf(_asOf) is not { } known)
        {
            return;
        }

        if (Observed(known) is { } length)
        {
            At(length).Add(known.Outcome.Kind);
        }
        else
        {
            _unmeasured++;
        }
    }

    /// <summary>Adds what another engine as of the same instant has counted; the other stays as it is.</summary>
    /// <exception cref="ArgumentException">The other is as of another instant, measures otherwise, or counts other limits.</exception>
    public void Merge(CompetingRisks other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (_asOf != other._asOf || _elapsed != other._elapsed || !_limits.SequenceEqual(other._limits))
        {
            throw new ArgumentException("Only counts as of the same instant, by the same measure and limits merge.", nameof(other));
        }

        _unmeasured += other._unmeasured;
        foreach (var (length, counts) in other._observed)
        {
            At(length).Merge(counts);
        }
    }

    /// <summary>Reports what was counted so far; more may be added afterwards.</summary>
    public CompetingRisksReport Report()
    {
        var observed = _observed.OrderBy(pair => pair.Key).ToArray();
        var all = new OutcomeTally();
        foreach (var (_, counts) in observed)
        {
            all.Merge(counts);
        }

        var total = all.Report().Total;
        var weights = new decimal[Ends.Length];
        var curve = Curve(observed, total, weights);
        return new CompetingRisksReport
        {
            AsOf = _asOf,
            Applications = total,
            RightCensored = all[OutcomeKind.Open],
            Unmeasured = _unmeasured,
            Longest = observed.Length == 0 ? null : observed[^1].Key,
            Risks = [.. Ends.Select((end, i) => Risk(end, all[end], total, weights[i]))],
            Curve = curve,
        };
    }

    /// <summary>Walks along the lengths; leaves in <paramref name="weights"/> how much ended in each way.</summary>
    private static ImmutableArray<RiskPoint> Curve(KeyValuePair<Duration, OutcomeTally>[] observed, long total, decimal[] weights)
    {
        var points = ImmutableArray.CreateBuilder<RiskPoint>();
        var weight = 1m;
        var atRisk = total;
        foreach (var (length, counts) in observed)
        {
            long ended = 0;
            for (var i = 0; i < Ends.Length; i++)
            {
                weights[i] += weight * counts[Ends[i]];
                ended += counts[Ends[i]];
            }

            if (ended > 0)
            {
                points.Add(Point(length, atRisk, weights, weight * (atRisk - ended), total));
            }

            var stay = atRisk - ended - counts[OutcomeKind.Open];
            weight = stay > 0 && counts[OutcomeKind.Open] > 0 ? weight * (atRisk - ended) / stay : weight;
            atRisk = stay;
        }

        return points.ToImmutable();
    }

    private static RiskPoint Point(Duration length, long atRisk, decimal[] weights, decimal open, long total) => new()
    {
        After = length,
        AtRisk = atRisk,
        Hired = Share(weights[0], total),
        Rejected = Share(weights[1], total),
        Withdrew = Share(weights[2], total),
        ClosedOtherwise = Share(weights[3], total),
        StillOpen = Share(open, total),
    };

    private static decimal Share(decimal weight, long total) => decimal.Round(weight / total, Decimals, MidpointRounding.ToEven);

    private Duration? Observed(ApplicationPath path)
    {
        var until = path.Outcome.At is { } end ? new PathPoint(end, path.Outcome.Precision) : new PathPoint(_asOf, Precision.Instant);
        return path.Steps.IsEmpty ? null : _measure.Between(PathPoint.Of(path.Steps[0]), until, path.Zone);
    }

    private CompetingRisk Risk(OutcomeKind end, long count, long total, decimal weight) => new()
    {
        Outcome = end,
        Plain = Rate.From(count, total),
        CumulativeIncidence = total == 0 ? null : Share(weight, total),
        Time = Percentiles.Summarize(
            _observed.SelectMany(pair => Enumerable.Repeat(pair.Key, checked((int)pair.Value[end]))),
            _limits),
    };

    private OutcomeTally At(Duration length)
    {
        ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(_observed, length, out _);
        return counts ??= new OutcomeTally();
    }
}
