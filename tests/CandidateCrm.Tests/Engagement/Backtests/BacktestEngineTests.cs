using CandidateCrm.Engagement;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Engagement;

public sealed class BacktestEngineTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 9, 0);

    private static readonly ScoringModel Replies = ScoringModel.Named("replies").Signal(TouchKinds.EmailReplied, 10, Duration.FromDays(10))
        .Band("cold").Band("warm", enter: 8, exit: 4).Band("hot", enter: 18, exit: 9).Build();

    [Fact]
    public void Two_positives_above_one_of_two_negatives_make_three_quarters_and_a_tie_counts_half()
    {
        Assert.Equal(0.75m, BacktestEngine.RocArea([Scored(4, true), Scored(2, true), Scored(3, false), Scored(1, false)]));
        Assert.Equal(0.5m, BacktestEngine.RocArea([Scored(1, true), Scored(1, false), Scored(1, false)]));
        Assert.Equal(0.333333333m, BacktestEngine.RocArea([Scored(2, true), Scored(3, false), Scored(3, false), Scored(1, false)]));
        Assert.Null(BacktestEngine.RocArea([Scored(1, true)]));
        Assert.Null(BacktestEngine.RocArea([Scored(1, false)]));
        Assert.Null(BacktestEngine.RocArea([]));
    }

    [Fact]
    public void Twelve_samples_make_deciles_of_one_and_two_and_equal_scores_share_what_a_cut_divides()
    {
        // 3 positives at the top of 12; the last six have one score and hold one positive: a sixth of it stands at each of their places.
        LabelledScore[] scores = [Scored(9, true), Scored(8, true), Scored(7, false), Scored(6, true), Scored(5, false), Scored(4, false), .. Enumerable.Repeat(Scored(0, false), 5), Scored(0, true)];
        var deciles = new RankTally(scores).Cut(new ShownFigures(BacktestSettings.Default, candidates: 12, positiveCandidates: 4));

        Assert.Equal([1, 1, 1, 1, 2, 1, 1, 1, 1, 2], deciles.Select(each => each.Samples));
        Assert.Equal([1, 1, 0, 1, 0, 0.166666667m, 0.166666666m, 0.166666667m, 0.166666667m, 0.333333333m], deciles.Select(each => each.Positives));
        Assert.Equal([3, 3, 0, 3, 0, 0.5m, 0.5m, 0.5m, 0.5m, 0.5m], deciles.Select(each => each.Lift));
        Assert.Equal(0.166666667m, deciles[9].Rate);
    }

    [Fact]
    public void What_was_told_late_or_is_taken_back_later_is_judged_as_it_was_known()
    {
        var sample = Sample("a", 10, true, Reply("told-late", day: 2, recordedOn: 11), Reply("taken-back-later", day: 3, recordedOn: 3, retractedOn: 12), Reply("taken-back-before", day: 4, recordedOn: 4, retractedOn: 10));

        Assert.Equal(new ScoreEngine(Replies).Score([sample.Touches[1].Touch], sample.At), Assert.Single(new BacktestEngine(Replies).Score(sample)).Score);
    }

    [Fact]
    public void The_band_is_the_one_at_the_end_of_its_path_not_the_one_of_the_score_alone()
    {
        var faded = Sample("a", 10, true, Reply("one", day: 0, recordedOn: 0));
        var said = Assert.Single(new BacktestEngine(Replies).Score(faded));

        // 5 after a half-life: below what enters warm, above what leaves it.
        Assert.Equal((5m, "warm"), (said.Score, said.Band!.Value.Value));
    }

    [Fact]
    public void A_horizon_that_is_not_over_is_counted_and_not_judged()
    {
        var report = new BacktestEngine(Replies).Run([Sample("a", 10, true, Reply("one", 9, 9)), Sample("b", 10, false), Sample("c", 10, null, Reply("two", 9, 9))]);

        Assert.Equal((1L, 1L, 2L, 1L, 0L, 1m), (report.Positives, report.Negatives, report.Samples, report.Censored, report.LeftOut, report.Models[0].RocArea));
    }

    [Fact]
    public void Least_counts_hide_figures_and_change_none()
    {
        BacktestSample[] samples = [Sample("a", 10, true, Reply("one", 9, 9)), Sample("b", 10, true), Sample("c", 10, false), Sample("d", 10, false)];
        var engine = new BacktestEngine(Replies);
        var all = engine.Run(samples).Models[0];

        Assert.Equal((0.75m, 0.333333333m, 1m, true), (all.RocArea, all.Bands[0].Rate, all.Bands[1].Rate, all.RatesRise));
        Assert.Null(all.Bands[2].Rate);
        Assert.Null(all.Bands[2].Precision);
        Assert.Equal(0m, all.Bands[2].Recall);
        var least = engine.Run(samples, new BacktestSettings { LeastSamples = 2 }).Models[0];
        Assert.Equal((0.75m, 0.333333333m, (decimal?)null, (bool?)null), (least.RocArea, least.Bands[0].Rate, least.Bands[1].Rate, least.RatesRise));
        Assert.Equal((1L, 0L), (least.Bands[1].Positives, least.Bands[1].Negatives));
        Assert.Null(engine.Run(samples, new BacktestSettings { LeastNegatives = 3 }).Models[0].RocArea);
        Assert.Null(engine.Run(samples, new BacktestSettings { LeastPositives = 3 }).Models[0].RocArea);
        Assert.Null(engine.Run(samples, new BacktestSettings { LeastSamples = 5 }).Models[0].RocArea);
        Assert.All(engine.Run(samples, new BacktestSettings { LeastPositives = 3 }).Models[0].Deciles, decile => Assert.Null(decile.Lift));
        Assert.All(least.Deciles, decile => Assert.Null(decile.Rate));
    }

    [Fact]
    public void Least_candidates_count_people_and_not_how_often_they_were_asked_about()
    {
        BacktestSample[] samples = [.. Enumerable.Range(9, 4).Select(day => Sample("a", day, true, Reply("one", 9, 9))), Sample("b", 10, true), Sample("c", 10, false)];
        var engine = new BacktestEngine(Replies);
        var all = engine.Run(samples);

        Assert.Equal((6L, 3L, 2L), (all.Samples, all.Candidates, all.PositiveCandidates));
        Assert.Equal(all.Models[0].RocArea, engine.Run(samples, new BacktestSettings { LeastCandidates = 3, LeastPositiveCandidates = 2 }).Models[0].RocArea);
        var few = engine.Run(samples, new BacktestSettings { LeastCandidates = 4 });
        Assert.Equal((3L, 2L), (few.Candidates, few.PositiveCandidates));
        Assert.Null(few.Models[0].RocArea);
        Assert.Null(few.Models[0].RatesRise);
        Assert.All(few.Models[0].Bands, band => Assert.True(band is { Rate: null, Precision: null, Recall: null }));
        Assert.All(few.Models[0].Deciles, decile => Assert.True(decile is { Rate: null, Lift: null }));
        var lucky = engine.Run(samples, new BacktestSettings { LeastPositiveCandidates = 3 }).Models[0];
        Assert.Null(lucky.RocArea);
        Assert.All(lucky.Bands, band => Assert.Null(band.Recall));
        Assert.All(lucky.Deciles, decile => Assert.Null(decile.Lift));
        Assert.Equal(all.Models[0].Bands.Select(band => band.Rate), lucky.Bands.Select(band => band.Rate));
    }

    [Fact]
    public void A_rate_that_falls_from_a_band_to_the_next_is_flagged()
    {
        var engine = new BacktestEngine(Replies);
        BacktestSample[] falling = [Sample("a", 10, false, Reply("one", 10, 10)), Sample("b", 10, true)];

        Assert.False(engine.Run(falling).Models[0].RatesRise);
        Assert.Null(engine.Run([falling[0]]).Models[0].RatesRise);
        Assert.Null(new BacktestEngine(Replies with { Bands = [] }).Run(falling).Models[0].RatesRise);
    }

    [Fact]
    public async Task Samples_that_come_one_after_the_other_are_judged_alike_with_progress_and_cancelled_at_once()
    {
        BacktestSample[] samples = [.. Enumerable.Range(0, 2_500).Select(i => Sample($"c-{i}", 10, i % 3 == 0, Reply("one", i % 10, i % 7)))];
        var heard = new List<BacktestProgress>();
        var engine = new BacktestEngine(Replies);
        var report = await engine.RunAsync(samples.ToAsyncEnumerable(), progress: new Heard(heard.Add));

        Assert.Equal([1_000L, 2_000L, 2_500L], heard.Select(each => each.Samples));
        Assert.Equal(engine.Run(samples).Models[0].RocArea, report.Models[0].RocArea);
        Assert.Equal(2_500, report.Samples);
        using var cancelled = new CancellationTokenSource();
        var read = 0;
        Assert.Throws<OperationCanceledException>(() => engine.Run(
            samples.Select(sample =>
            {
                if (++read == 5)
                {
                    cancelled.Cancel();
                }

                return sample;
            }),
            cancellationToken: cancelled.Token));
        Assert.Equal(5, read);
    }

    [Fact]
    public void Faults_of_all_models_are_named_and_no_model_is_refused()
    {
        var faulty = Replies with { Floor = 5, Ceiling = 1 };
        var error = Assert.Throws<InvalidScoringModelException>(() => new BacktestEngine(faulty, Replies with { Version = 2 }, faulty with { Key = ScoreKey.From("other") }));

        Assert.Equal(["models[0].floor", "models[2].floor"], error.Faults.Select(fault => fault.Where));
        Assert.Equal("models[2].floor: The floor 5 lies above the ceiling 1. (score.floor_above_ceiling)", error.Faults[1].ToString());
        Assert.Contains(error.Faults[1].ToString(), error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new BacktestEngine());
        Assert.Throws<ArgumentOutOfRangeException>(() => new BacktestSettings { MostSamples = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new BacktestSettings { LeastSamples = -1 });
        Assert.Throws<ArgumentException>(() => new BacktestSample { Subject = "a", At = Monday, Touches = default, Outcome = true });
    }

    private static LabelledScore Scored(decimal score, bool isPositive) => new() { Score = score, IsPositive = isPositive };

    private static BacktestSample Sample(string subject, int day, bool? outcome, params RecordedTouch[] touches) =>
        new() { Subject = subject, At = Monday + Duration.FromDays(day), Touches = [.. touches], Outcome = outcome };

    private static RecordedTouch Reply(string id, int day, int recordedOn, int? retractedOn = null) => new()
    {
        Touch = new Touch { Id = EventId.From(id), Kind = TouchKinds.EmailReplied, OccurredAt = Monday + Duration.FromDays(day) },
        RecordedAt = Monday + Duration.FromDays(recordedOn),
        RetractedAt = retractedOn is { } days ? Monday + Duration.FromDays(days) : null,
    };

    private sealed class Heard(Action<BacktestProgress> hear) : IProgress<BacktestProgress>
    {
        public void Report(BacktestProgress value) => hear(value);
    }
}
