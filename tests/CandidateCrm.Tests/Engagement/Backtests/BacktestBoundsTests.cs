using CandidateCrm.Engagement;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Engagement;

/// <summary>What a back-test does at its edges.</summary>
public sealed class BacktestBoundsTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 9, 0);

    private static readonly ScoringModel Replies = ScoringModel.Named("replies").Signal(TouchKinds.EmailReplied, 10, Duration.FromDays(10)).Band("cold").Band("warm", enter: 8).Build();

    private static readonly string[] Pair = ["ann", "ben"];

    private static readonly BacktestTerms Terms = new()
    {
        From = Monday,
        Every = Duration.FromDays(1),
        Horizon = Duration.FromHours(1),
        Outcome = FactPattern.Touch(TouchKinds.EmailReplied),
        Models = [Replies],
    };

    [Fact]
    public void A_figure_is_shown_with_exactly_as_many_as_there_must_be()
    {
        // Six samples: two positives of two people among the three in the upper band.
        BacktestSample[] samples = [Sample("a", true, Reply), Sample("b", true, Reply), Sample("c", false, Reply), Sample("d", false), Sample("e", false), Sample("f", false)];
        var exactly = new BacktestSettings { LeastSamples = 3, LeastPositives = 2, LeastNegatives = 4, LeastCandidates = 6, LeastPositiveCandidates = 2 };
        BacktestResult Of(BacktestSettings settings) => new BacktestEngine(Replies).Run(samples, settings).Models[0];

        Assert.Equal((0.875m, 0m, 0.666666667m), (Of(exactly).RocArea, Of(exactly).Bands[0].Rate, Of(exactly).Bands[1].Rate));
        Assert.Equal((0.333333333m, 0.666666667m), (Of(exactly).Bands[0].Precision, Of(exactly).Bands[1].Precision));
        Assert.Equal((1m, 1m), (Of(exactly).Bands[0].Recall, Of(exactly).Bands[1].Recall));
        Assert.All(Of(exactly with { LeastSamples = 4 }).Bands, band => Assert.Null(band.Rate));
        Assert.Null(Of(exactly with { LeastPositives = 3 }).RocArea);
        Assert.Null(Of(exactly with { LeastNegatives = 5 }).RocArea);
        Assert.Null(Of(exactly with { LeastCandidates = 7 }).RocArea);
        Assert.Null(Of(exactly with { LeastPositiveCandidates = 3 }).RocArea);

        // Deciles of ten times as many: six each.
        BacktestSample[] many = [.. samples.SelectMany(sample => Enumerable.Range(0, 10).Select(i => sample with { Subject = $"{sample.Subject}-{i}" }))];
        BacktestDecile Top(int least) => new BacktestEngine(Replies).Run(many, new BacktestSettings { LeastSamples = least }).Models[0].Deciles[0];
        Assert.Equal((6L, 0.666666667m, 2m), (Top(6).Samples, Top(6).Rate, Top(6).Lift));
        Assert.Null(Top(7).Rate);
        Assert.Null(Top(7).Lift);
    }

    [Fact]
    public void Rates_neither_rise_nor_fall_where_there_is_one_outcome_only()
    {
        var engine = new BacktestEngine(Replies);

        Assert.Null(engine.Run([Sample("a", false, Reply), Sample("b", false)]).Models[0].RatesRise);
        Assert.Null(engine.Run([Sample("a", true, Reply), Sample("b", true)]).Models[0].RatesRise);
        Assert.True(engine.Run([Sample("a", true, Reply), Sample("b", false)]).Models[0].RatesRise);
        Assert.True(engine.Run([Sample("a", true, Reply), Sample("b", false, Reply), Sample("c", true), Sample("d", false)]).Models[0].RatesRise);
    }

    [Fact]
    public void A_sample_with_one_id_of_two_contents_is_refused_whenever_it_comes_and_whether_it_would_stay_or_not()
    {
        var again = Reply with { Touch = Reply.Touch with { Quantity = 2 } };
        var faulty = Sample("faulty", true, Reply, again);
        BacktestSample[] others = [.. Enumerable.Range(0, 20).Select(i => Sample($"s-{i}", i % 2 == 0, Reply))];
        var engine = new BacktestEngine(Replies);

        for (var place = 0; place <= others.Length; place++)
        {
            BacktestSample[] samples = [.. others[..place], faulty, .. others[place..]];
            Assert.Throws<ArgumentException>(() => engine.Run(samples, new BacktestSettings { MostSamples = 1 }));
        }

        Assert.Throws<ArgumentException>(() => engine.Run([faulty with { Outcome = null }]));
        Assert.Equal(1, engine.Run([faulty with { Touches = [Reply, again with { RecordedAt = Monday + Duration.FromDays(2) }] }]).Samples); // the other content was not known
    }

    [Fact]
    public void Progress_is_told_once_of_where_the_run_stands_and_counts_what_does_not_stay()
    {
        List<long> Heard(int samples)
        {
            var heard = new List<long>();
            new BacktestEngine(Replies).Run(
                Enumerable.Range(0, samples).Select(i => Sample($"s-{i}", i % 5 == 0 ? null : i % 2 == 0)), new BacktestSettings { MostSamples = 10 }, new Progress(told => heard.Add(told.Samples)));
            return heard;
        }

        Assert.Equal([1_000L, 2_000L], Heard(2_000));
        Assert.Equal([1_000L, 1_001L], Heard(1_001));
        Assert.Equal([0L], Heard(0));
    }

    [Fact]
    public async Task Progress_over_a_tenant_is_told_once_of_where_it_stands()
    {
        await using var crm = new CrmUnderTest(rules: _ => { });
        for (var i = 0; i < 100; i++)
        {
            await crm.HappenAsync($"f-{i}", Monday, new TouchpointRecorded { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound }, $"c-{i:D3}");
        }

        var heard = new List<BacktestProgress>();
        await crm.Acme.Engagement.BacktestAsync(Terms, new Progress(heard.Add));
        Assert.Equal([new BacktestProgress { Candidates = 100, Samples = 100 }], heard);
    }

    [Fact]
    public void Who_stays_of_too_many_is_drawn_for_each_instant_anew()
    {
        BacktestSample[] samples =
        [
            .. from subject in Pair
               from hour in Enumerable.Range(0, 200)
               select Sample(subject, outcome: hour % 2 == 0) with { At = Monday + Duration.FromHours(hour) },
        ];

        Assert.Equal(2, new BacktestEngine(Replies).Run(samples, new BacktestSettings { MostSamples = 100 }).Candidates);
    }

    [Fact]
    public void A_model_that_is_given_twice_is_refused_with_its_place()
    {
        var fault = Assert.Single(Assert.Throws<InvalidScoringModelException>(() => new BacktestEngine(Replies, Replies with { Version = 2 }, Replies with { Floor = 1 })).Faults);

        Assert.Equal((ScoringModelFaultCodes.ModelRepeated, "models[2]"), (fault.Code, fault.Where));
        Assert.Equal(2, new BacktestEngine(Replies, Replies with { Key = ScoreKey.From("other") }).Models.Length);
    }

    [Fact]
    public async Task Ten_thousand_instants_are_asked_about_and_not_one_more()
    {
        await using var crm = await ToldAsync();
        var most = Terms with { Every = Duration.FromMinutes(1), Until = Monday + Duration.FromMinutes(9_999) };

        Assert.Equal(10_000L, (await crm.Acme.Engagement.BacktestAsync(most)).Samples);
        Assert.Equal(10_000L, (await crm.Acme.Engagement.BacktestAsync(most with { Until = most.Until + Duration.FromMinutes(1) - Duration.FromMilliseconds(1) })).Samples);
        var error = await Assert.ThrowsAsync<ArgumentException>(async () => await crm.Acme.Engagement.BacktestAsync(most with { Until = most.Until + Duration.FromMinutes(1) }));
        Assert.Contains("10,000", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Instants_lie_a_minute_to_a_hundred_years_apart_and_the_farthest_end_in_no_overflow()
    {
        await using var crm = await ToldAsync();

        Assert.Equal(1L, (await crm.Acme.Engagement.BacktestAsync(Terms with { Every = Duration.FromDays(36_525) })).Samples);
        Assert.Equal("Every", Assert.Throws<ArgumentOutOfRangeException>(() => Terms with { Every = Duration.FromDays(36_525) + Duration.Epsilon }).ParamName);
        Assert.Equal("Every", Assert.Throws<ArgumentOutOfRangeException>(() => Terms with { Every = Duration.MaxValue }).ParamName);
        Assert.Equal(0L, (await crm.Acme.Engagement.BacktestAsync(Terms with { From = Instant.MinValue, Until = Instant.MinValue })).Samples);
    }

    [Fact]
    public async Task What_comes_once_is_not_asked_about_at_the_very_instant_at_which_it_came()
    {
        await using var crm = await ToldAsync();

        // The reply came at Monday itself, so that nothing is asked from then on.
        Assert.Equal(0L, (await crm.Acme.Engagement.BacktestAsync(Terms with { IsOnce = true })).Samples);
        Assert.Equal(30L, (await crm.Acme.Engagement.BacktestAsync(Terms)).Samples);
    }

    /// <summary>Anna replied on Monday at nine; it is thirty days later, less an hour.</summary>
    private static async Task<CrmUnderTest> ToldAsync()
    {
        var crm = new CrmUnderTest(rules: _ => { });
        await crm.HappenAsync("r", Monday, new TouchpointRecorded { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound });
        crm.Clock.Now = Monday + Duration.FromDays(30) - Duration.FromHours(1);
        return crm;
    }

    private static RecordedTouch Reply { get; } = new() { Touch = new Touch { Id = EventId.From("reply"), Kind = TouchKinds.EmailReplied, OccurredAt = Monday }, RecordedAt = Monday };

    private static BacktestSample Sample(string subject, bool? outcome, params RecordedTouch[] touches) =>
        new() { Subject = subject, At = Monday + Duration.FromHours(1), Touches = [.. touches], Outcome = outcome };

    private sealed class Progress(Action<BacktestProgress> hear) : IProgress<BacktestProgress>
    {
        public void Report(BacktestProgress value) => hear(value);
    }
}
