using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Engagement;
using CandidateCrm.Rules;
using CandidateCrm.Segments;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using People = CandidateCrm.Tests.Segments.People;

namespace CandidateCrm.Tests.Engagement;

/// <summary>A back-test over a tenant says what was: which bands relationships had, when an outcome came, and when a horizon ends.</summary>
public sealed class BacktestTruthTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly Duration Day = Duration.FromDays(1);

    private static readonly ScoringModel Replies = ScoringModel.Named("engagement").Signal(TouchKinds.EmailReplied, 10, Day).Band("cold").Band("warm", enter: 8, exit: 4).Build();

    private static readonly ScoringModel Opened = Replies with
    {
        Signals =
        [
            .. Replies.Signals,
            Replies.Signals[0] with { Kind = TouchKinds.EmailOpened, Weight = 2.5m },
            Replies.Signals[0] with { Kind = TouchKinds.InterviewMissed, Weight = -6, HalfLife = Day / 4 },
        ],
    };

    private static readonly BacktestTerms Asked = new()
    {
        From = Monday,
        Until = Monday,
        Every = Day,
        Horizon = Day * 2,
        Outcome = FactPattern.Of<ApplicationSubmitted>(),
        Models = [Replies],
    };

    [Fact]
    public async Task A_tenant_whose_fit_is_shown_beside_a_score_is_back_tested_with_any_model()
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Pipeline("dev", "applied").Score(Replies).Fit(FitJson.Define(new FitModel
        {
            Key = FitKey.From("match"),
            Criteria = [new FitCriterion { Key = FitCriterionKey.From("grown"), Points = 3, Rule = SegmentText.Parse("age > 30", People.Schema, People.Terms).Required() }],
            Bands = [new FitBand { Key = BandKey.From("weak") }, new FitBand { Key = BandKey.From("strong"), From = 60 }],
            Score = Replies.Key,
            Matrix = [new FitCell { Fit = BandKey.From("strong"), Engagement = BandKey.From("warm"), Name = FitCellKey.From("call-now") }],
        })));
        await crm.HappenAsync("r", Monday - Duration.FromHours(1), Reply);
        crm.Clock.Now = Monday + (Day * 9);

        foreach (var model in new[] { Replies, Replies with { Key = ScoreKey.From("draft"), Bands = [] } })
        {
            Assert.Equal(1L, (await crm.Acme.Engagement.BacktestAsync(Asked with { Models = [model] })).Negatives);
        }
    }

    [Fact]
    public async Task Bands_are_those_that_the_relationship_had_at_every_hour()
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Score(Opened));
        await crm.HappenAsync("first", Monday - (Day * 3), Reply);
        await crm.HappenAsync("missed", Monday - (Day * 2) - Duration.FromHours(5), Missed);
        await crm.HappenAsync("second", Monday - Day - Duration.FromHours(1), Open);
        await crm.HappenAsync("third", Monday - Day, Reply);
        await crm.HappenAsync("fourth", Monday + Duration.FromHours(23), Open);
        crm.Clock.Now = Monday + (Day * 9);
        var hourly = Asked with { Models = [Opened], From = Monday - (Day * 3), Until = Monday + (Day * 2), Every = Duration.FromHours(1) };
        var report = await crm.Acme.Engagement.BacktestAsync(hourly);
        var (warm, all) = (0L, 0L);
        for (var at = hourly.From; at <= hourly.Until; at += hourly.Every, all++)
        {
            warm += (await crm.Acme.Engagement.ExplainAsync(CandidateId.From("anna"), Opened.Key, at))!.Band!.Value.Value == "warm" ? 1 : 0;
        }

        Assert.Equal([all - warm, warm], report.Models[0].Bands.Select(band => band.Samples));
        Assert.InRange(warm, 20, 100);
    }

    [Fact]
    public async Task A_band_that_time_took_away_is_not_given_back_by_a_touchpoint_that_would_only_have_kept_it()
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Score(Replies));
        await crm.HappenAsync("first", Monday - (Day * 2), Reply);

        // Below 4 since 32 hours after the first; 2.5 and a quarter of a reply are 5, which keeps warm and does not enter it.
        await crm.HappenAsync("second", Monday, Open);
        crm.Clock.Now = Monday + (Day * 9);
        var report = await crm.Acme.Engagement.BacktestAsync(Asked with { Models = [Opened] });

        Assert.Equal([1L, 0L], report.Models[0].Bands.Select(band => band.Samples));
        var path = new ScoreEngine(Opened).Path([Touched("first", TouchKinds.EmailReplied, Monday - (Day * 2)), Touched("second", TouchKinds.EmailOpened, Monday)], Monday);
        Assert.Equal("warm", path.State.Band?.Value);
    }

    [Fact]
    public async Task An_outcome_that_is_told_again_is_no_second_one()
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Pipeline("dev", "applied"));
        await crm.HappenAsync("applied", Monday - Duration.FromHours(1), Applied);
        await crm.HappenAsync("applied-again", Monday + Duration.FromHours(1), Applied);
        crm.Clock.Now = Monday + (Day * 9);
        var report = await crm.Acme.Engagement.BacktestAsync(Asked);

        Assert.Equal((0L, 1L), (report.Positives, report.Negatives));
    }

    [Fact]
    public async Task An_outcome_at_the_instant_is_too_early_one_at_the_end_of_the_horizon_counts_and_a_horizon_that_ends_now_is_over()
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Pipeline("dev", "applied"));
        await crm.HappenAsync("at-the-instant", Monday, Applied, "ann");
        foreach (var who in new[] { "ben", "cem" })
        {
            await crm.HappenAsync($"reply-{who}", Monday, Reply, who);
        }

        await crm.HappenAsync("at-the-end", Monday + Asked.Horizon, Applied, "ben");
        await crm.HappenAsync("past-the-end", Monday + Asked.Horizon + Duration.FromMilliseconds(1), Applied, "cem");

        crm.Clock.Now = Monday + Asked.Horizon;
        var report = await crm.Acme.Engagement.BacktestAsync(Asked);
        Assert.Equal((1L, 2L, 0L), (report.Positives, report.Negatives, report.Censored));
        Assert.Equal(1m, report.Models[0].Bands[1].Precision * 2);
        crm.Clock.Now -= Duration.FromMilliseconds(1);
        Assert.Equal((0L, 0L, 3L), (await crm.Acme.Engagement.BacktestAsync(Asked)) is var early ? (early.Positives, early.Negatives, early.Censored) : default);
    }

    [Fact]
    public async Task What_an_import_brought_is_known_when_it_happened_only_where_that_is_asked_for()
    {
        await using var crm = new CrmUnderTest();
        crm.Clock.Now = Monday + (Day * 20);
        HostFact[] history =
        [
            CrmUnderTest.Fact("reply", Monday - Duration.FromHours(1), Reply) with { Batch = BatchId.From("history") },
            CrmUnderTest.Fact("applied", Monday + Day, Applied) with { Batch = BatchId.From("history") },
        ];
        Assert.Equal(2, (await crm.Acme.ImportAsync(history.ToAsyncEnumerable())).Progress.Recorded);
        await crm.Acme.RecordAsync(CrmUnderTest.Fact("told-late", Monday - Duration.FromHours(2), Reply));

        Assert.Equal(0L, (await crm.Acme.Engagement.BacktestAsync(Asked)).Samples);
        var twice = Replies with { Bands = [Replies.Bands[0], Replies.Bands[1] with { Enter = 15 }] };
        var believed = await crm.Acme.Engagement.BacktestAsync(Asked with { ImportedAsOccurred = true, Models = [twice] });

        // One reply, not two: what was told late by itself was told late.
        Assert.Equal((1L, 0L), (believed.Positives, believed.Negatives));
        Assert.Equal([1L, 0L], believed.Models[0].Bands.Select(band => band.Samples));
        await crm.Acme.RecordAsync(CrmUnderTest.Fact("wrong", crm.Clock.Now, new FactsRetracted { Events = [EventId.From("reply")], Reason = ReasonCode.From("wrong") }));
        Assert.Equal(1L, (await crm.Acme.Engagement.BacktestAsync(Asked with { ImportedAsOccurred = true })).Models[0].Bands[1].Samples);
    }

    [Fact]
    public async Task Scores_at_many_instants_are_those_of_each_alone_though_facts_came_late_and_were_taken_back()
    {
        await using var crm = new CrmUnderTest();
        for (var i = 0; i < 12; i++)
        {
            crm.Clock.Now = Monday + (Day * i);
            var at = crm.Clock.Now - (i % 3 == 0 ? Day * 3 / 2 : Duration.FromMinutes(1));
            await crm.Acme.RecordAsync(CrmUnderTest.Fact($"f-{i}", at, i % 4 == 1 ? Missed : i % 2 == 0 ? Reply : Open));
            if (i is 5 or 9)
            {
                await crm.Acme.RecordAsync(CrmUnderTest.Fact($"no-{i}", crm.Clock.Now, new FactsRetracted { Events = [EventId.From($"f-{i - 2}")], Reason = ReasonCode.From("wrong") }));
            }
        }

        crm.Clock.Now = Monday + (Day * 30);
        var terms = Asked with { Models = [Opened], Until = Monday + (Day * 14), Every = Duration.FromHours(7) };
        var all = await crm.Acme.Engagement.BacktestAsync(terms);
        var (warm, samples) = (0L, 0L);
        for (var at = terms.From; at <= terms.Until; at += terms.Every)
        {
            var one = await crm.Acme.Engagement.BacktestAsync(terms with { From = at, Until = at });
            (warm, samples) = (warm + one.Models[0].Bands[1].Samples, samples + one.Samples);
        }

        Assert.Equal((samples, warm), (all.Samples, all.Models[0].Bands[1].Samples));
        Assert.InRange(warm, 10, samples - 10);
    }

    [Fact]
    public async Task Cancelling_ends_the_work_on_one_candidate()
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Score(Replies));
        await crm.HappenAsync("r", Monday - Day, Reply);
        crm.Clock.Now = Monday + (Day * 9);
        using var cancelled = new CancellationTokenSource();
        var line = await crm.TimelineAsync();
        await cancelled.CancelAsync();
        var tally = new BacktestEngine(Replies).Tally(null);
        var samples = new SampleReader(Asked, ActivationLog.Always(TestRules.Everything), tally, crm.Clock.Now);

        Assert.Throws<OperationCanceledException>(() => samples.Take(line[0].Relationship, [.. line.Where(one => one.Class == EntryClass.Fact)], cancelled.Token));
        Assert.Equal(0L, tally.Samples);
    }

    [Fact]
    public async Task An_explanation_says_what_told_nothing_new_what_was_taken_back_and_what_came_later()
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Pipeline("dev", "applied").Score(Replies));
        await crm.HappenAsync("applied", Monday, Applied);
        await crm.HappenAsync("applied-again", Monday + Duration.FromHours(1), Applied);
        await crm.HappenAsync("reply", Monday + Duration.FromHours(2), Reply);
        await crm.HappenAsync("wrong", Monday + Duration.FromHours(3), Reply);
        await crm.HappenAsync("never", Monday + Duration.FromHours(4), new FactsRetracted { Events = [EventId.From("wrong")], Reason = ReasonCode.From("wrong") });
        await crm.HappenAsync("later", Monday + Day, Reply);
        var explained = (await crm.Acme.Engagement.ExplainAsync(CandidateId.From("anna"), Replies.Key, Monday + Duration.FromHours(3)))!;

        Assert.Equal(1L, Assert.Single(explained.Lines).Count);
        Assert.Equal(new IgnoredTouches { RepeatedId = 0, AfterInstant = 1, UnknownKind = 1, NothingNew = 1, TakenBack = 1 }, explained.Ignored);
        Assert.Equal("Ignored: 0 repeated, 1 later, 1 of other kinds (1 application.submitted), 1 with nothing new, 1 taken back", explained.ToText()[^1]);
        Assert.EndsWith("\"unknownKind\":1,\"unknownKinds\":[{\"kind\":\"application.submitted\",\"count\":1}],\"nothingNew\":1,\"takenBack\":1}}", ScoreExplanationJson.Write(explained), StringComparison.Ordinal);
    }

    private static TouchpointRecorded Reply { get; } = new() { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound };

    private static TouchpointRecorded Open { get; } = Reply with { Kind = TouchKinds.EmailOpened };

    private static TouchpointRecorded Missed { get; } = Reply with { Kind = TouchKinds.InterviewMissed };

    private static ApplicationSubmitted Applied { get; } = new() { Application = JobApplicationId.From("app-1"), Requisition = RequisitionId.From("req-1") };

    private static Touch Touched(string id, TouchKind kind, Instant at) => new() { Id = EventId.From(id), Kind = kind, OccurredAt = at };
}
