using System.Numerics;
using CandidateCrm.Fixtures;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;
using static CandidateCrm.Insights.SamplePaths;

namespace CandidateCrm.Insights;

public sealed class CompetingRisksTests
{
    private static readonly Instant Later = At(10_000);

    [Fact]
    public void An_open_application_hands_its_weight_to_those_observed_longer()
    {
        // Four applications: hired after 1 h, open for 2 h, rejected after 3 h, hired after 4 h. The open quarter is split in two.
        var report = Count(At(2),
            Made(1, OutcomeKind.Hired, 1),
            Path(("applied", 0)),
            Made(-1, OutcomeKind.Rejected, 2),
            Made(-2, OutcomeKind.Hired, 2));

        Assert.Equal(0.625m, report.Of(OutcomeKind.Hired).CumulativeIncidence);
        Assert.Equal(0.375m, report.Of(OutcomeKind.Rejected).CumulativeIncidence);
        Assert.Equal(Rate.From(2, 4), report.Of(OutcomeKind.Hired).Plain);
        Assert.Equal([4L, 2, 1], report.Curve.Select(point => point.AtRisk));
        Assert.Equal(1, report.RightCensored);
    }

    [Fact]
    public void What_is_open_longest_stays_open()
    {
        var report = Count(At(9), Made(0, OutcomeKind.Withdrew, 3), Path(("applied", 0)));

        Assert.Equal(0.5m, report.Of(OutcomeKind.Withdrew).CumulativeIncidence);
        Assert.Equal(0.5m, report.Curve[^1].StillOpen);
        Assert.Equal(Duration.FromHours(9), report.Longest);
    }

    [Fact]
    public void An_end_stands_before_an_open_one_of_the_same_length()
    {
        var report = Count(At(4), Made(0, OutcomeKind.Hired, 4), Path(("applied", 0)));

        Assert.Equal(2, report.Curve[0].AtRisk);
        Assert.Equal(0.5m, report.Of(OutcomeKind.Hired).CumulativeIncidence);
    }

    [Fact]
    public void What_cannot_be_measured_is_named_and_what_is_later_is_not_there()
    {
        var report = Count(At(10), Path(), Made(5, OutcomeKind.Hired, 3), Made(20, OutcomeKind.Hired, 30), Made(0, OutcomeKind.Hired, 11));

        Assert.Equal((2L, 1L, 1L), (report.Unmeasured, report.Applications, report.RightCensored));
    }

    [Fact]
    public void What_starts_or_ends_with_a_date_alone_is_observed_for_whole_days()
    {
        var report = Count(At(40),
            Made(0, OutcomeKind.Hired, 20) with { Outcome = PathOutcome.Ended(OutcomeKind.Hired, At(20), Precision.Day) },
            Made(0, OutcomeKind.Rejected, 39).ByDay(0),
            Path(("applied", 0)).ByDay(0));

        Assert.Equal([Duration.FromDays(1), Duration.FromDays(2)], report.Curve.Select(point => point.After));
        Assert.Equal(Duration.FromDays(2), report.Longest);
    }

    [Fact]
    public void An_end_on_the_date_of_an_exact_start_is_no_day_later()
    {
        // The start of that date is before the application, but the end is not.
        var path = Made(0, OutcomeKind.Hired, 0) with { Outcome = PathOutcome.Ended(OutcomeKind.Hired, At(-9), Precision.Day) };

        var report = Count(At(10), path);

        Assert.Equal((0L, Duration.Zero), (report.Unmeasured, report.Longest));
    }

    [Fact]
    public void No_applications_are_undefined()
    {
        var report = Count(Later);

        Assert.All(report.Risks, risk => Assert.Equal((null, null), (risk.Plain, risk.CumulativeIncidence)));
        Assert.Null(report.Longest);
        Assert.Throws<ArgumentOutOfRangeException>(() => report.Of(OutcomeKind.Open));
    }

    [Fact]
    public void Without_open_applications_it_equals_the_plain_count() =>
        Prop.ForAll(Many, paths =>
        {
            var report = Count(Later, [.. paths.Where(path => path.Outcome.Kind != OutcomeKind.Open)]);
            return report.Risks.All(risk => risk.CumulativeIncidence
                == (risk.Plain is { } plain ? decimal.Round((decimal)plain.Count / plain.Of, 15, MidpointRounding.ToEven) : null));
        }).Check(Tries.Of());

    [Fact]
    public void It_equals_the_textbook_estimator_in_exact_fractions() =>
        Prop.ForAll(Many, Arb.From(Gen.Choose(0, 150)), (paths, asOf) =>
        {
            var report = Count(At(asOf), paths);
            return report.Risks.All(risk => report.Applications == 0
                ? risk.CumulativeIncidence is null
                : Math.Abs(risk.CumulativeIncidence!.Value - Textbook(paths, At(asOf), risk.Outcome)) < 0.000_000_000_001m);
        }).Check(Tries.Of());

    [Fact]
    public void The_shares_sum_to_one_and_never_fall() =>
        Prop.ForAll(Many, Arb.From(Gen.Choose(0, 150)), (paths, asOf) =>
        {
            var curve = Count(At(asOf), paths).Curve;
            return curve.All(p => Math.Abs(p.Hired + p.Rejected + p.Withdrew + p.ClosedOtherwise + p.StillOpen - 1) < 0.000_000_000_001m)
                && curve.Zip(curve.Skip(1)).All(pair => pair.First.After < pair.Second.After
                    && pair.First.Hired <= pair.Second.Hired && pair.First.StillOpen >= pair.Second.StillOpen);
        }).Check(Tries.Of());

    [Fact]
    public void On_a_simulated_cohort_it_is_near_the_truth_where_the_plain_count_is_not()
    {
        // 30 % are hired, late (20 to 40 h); 70 % rejected, early (0 to 20 h); made over 60 h and looked at after 60.
        var random = new Random(7);
        var paths = Enumerable.Range(0, 6_000).Select(_ =>
        {
            var start = random.Next(0, 60);
            return random.Next(10) < 3
                ? Made(start, OutcomeKind.Hired, start + random.Next(20, 40))
                : Made(start, OutcomeKind.Rejected, start + random.Next(0, 20));
        }).ToArray();

        var hired = Count(At(60), paths).Of(OutcomeKind.Hired);

        Assert.InRange(hired.CumulativeIncidence!.Value, 0.28m, 0.32m);
        Assert.InRange(hired.Plain!.Value.ToDecimal(), 0.10m, 0.20m);
    }

    private static ApplicationPath Made(int start, OutcomeKind kind, int end) => Path(("applied", start)).Ended(kind, end);

    private static CompetingRisksReport Count(Instant asOf, params ApplicationPath[] paths)
    {
        var engine = new CompetingRisks(asOf);
        Array.ForEach(paths, engine.Add);
        return engine.Report();
    }

    /// <summary>Sum over times of survival before × ends there / at risk, as one fraction.</summary>
    private static decimal Textbook(ApplicationPath[] paths, Instant asOf, OutcomeKind kind)
    {
        var observed = paths
            .Where(path => path.StartedAt <= asOf)
            .Select(path => path.Outcome.At is { } end && end <= asOf
                ? (path.Outcome.Kind, Length: SlowTime(path, path.Steps[0], end, path.Outcome.Precision))
                : (Kind: OutcomeKind.Open, Length: SlowTime(path, path.Steps[0], asOf, Precision.Instant)))
            .Where(one => one.Length >= Duration.Zero)
            .ToList();
        BigInteger incidence = 0, survival = 1, scale = 1;
        foreach (var length in observed.Select(one => one.Length).Distinct().Order())
        {
            var atRisk = observed.Count(one => one.Length >= length);
            var there = observed.Where(one => one.Length == length && one.Kind != OutcomeKind.Open).ToList();
            incidence = (incidence * atRisk) + (survival * there.Count(one => one.Kind == kind));
            survival *= atRisk - there.Count;
            scale *= atRisk;
        }

        return (decimal)(incidence * BigInteger.Pow(10, 20) / scale) / 100_000_000_000_000_000_000m;
    }
}
