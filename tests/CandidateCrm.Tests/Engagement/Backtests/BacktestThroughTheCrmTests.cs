using CandidateCrm.Applications;
using CandidateCrm.Engagement;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Engagement;

public sealed class BacktestThroughTheCrmTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 9, 0);

    private static readonly ScoringModel Replies = ScoringModel.Named("draft").Signal(TouchKinds.EmailReplied, 10, Duration.FromDays(10)).Signal(TouchKinds.ApplicationSubmitted, 1)
        .Band("cold").Band("warm", enter: 8, exit: 4).Build();

    private static readonly BacktestTerms Weekly = new()
    {
        From = Monday,
        Every = Duration.FromDays(7),
        Horizon = Duration.FromDays(7),
        Outcome = FactPattern.Of<ApplicationSubmitted>(),
        Models = [Replies],
    };

    [Fact]
    public async Task Candidates_are_scored_by_what_was_known_and_judged_by_what_followed()
    {
        await using var crm = await ToldAsync();
        var report = await crm.Acme.Engagement.BacktestAsync(Weekly);

        // Mondays 2, 9, 16 and 23 March; the last week is not over on the 24th. Ben and Cem are known from the 2nd on, Dora from the 10th.
        Assert.Equal((2L, 5L, 7L, 3L), (report.Positives, report.Negatives, report.Samples, report.Censored));
        Assert.Equal((Replies.Key, 1), (report.Models[0].Model, report.Models[0].Version));

        // Positive are Ben on the 2nd (he replied an hour before, and applies on the 5th) and Dora on the 16th (nothing but an opened message); negative are Cem on each and Ben on the 9th and 16th, warm still.
        Assert.Equal([("cold", 1L, 3L), ("warm", 1L, 2L)], report.Models[0].Bands.Select(band => (band.Band.Value, band.Positives, band.Negatives)));

        // Ben's 9.97 is above all five; Dora's 0 is level with Cem's three, and below Ben's 7.2 and 4.8.
        Assert.Equal(0.65m, report.Models[0].RocArea);
        Assert.True(report.Models[0].RatesRise);
    }

    [Fact]
    public async Task What_is_recorded_later_changes_no_score_of_the_past_and_an_outcome_that_is_taken_back_is_none()
    {
        await using var crm = await ToldAsync();
        var before = await crm.Acme.Engagement.BacktestAsync(Weekly with { Until = Monday });
        await Late(crm, "cem-late", "cem", new TouchpointRecorded { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound }, Monday - Duration.FromHours(2));
        await Late(crm, "ben-never-replied", "ben", new FactsRetracted { Events = [EventId.From("ben-replied")], Reason = ReasonCode.From("wrong") }, crm.Clock.Now);
        var after = await crm.Acme.Engagement.BacktestAsync(Weekly with { Until = Monday });

        Assert.Equal(1m, before.Models[0].RocArea);
        Assert.Equal((before.Positives, before.Negatives, before.Models[0].RocArea), (after.Positives, after.Negatives, after.Models[0].RocArea));
        Assert.Equal(before.Models[0].Bands.AsEnumerable(), after.Models[0].Bands);
        await Late(crm, "ben-never-applied", "ben", new FactsRetracted { Events = [EventId.From("ben-applied")], Reason = ReasonCode.From("wrong") }, crm.Clock.Now);
        var none = await crm.Acme.Engagement.BacktestAsync(Weekly with { Until = Monday });
        Assert.Equal((0L, 2L, (decimal?)null), (none.Positives, none.Negatives, none.Models[0].RocArea));
    }

    [Fact]
    public async Task What_comes_once_is_asked_of_nobody_who_has_it_already()
    {
        await using var crm = await ToldAsync();
        var report = await crm.Acme.Engagement.BacktestAsync(Weekly with { IsOnce = true });

        // Ben applied on the 5th and Dora on the 18th: only Cem is asked about every Monday.
        Assert.Equal((2L, 3L, 1L), (report.Positives, report.Negatives, report.Censored));
        Assert.Equal(4L, (await crm.Acme.Engagement.BacktestAsync(Weekly with { IsOnce = true, Outcome = FactPattern.Touch(TouchKinds.EmailReplied) })).Samples);
    }

    [Fact]
    public async Task Models_are_compared_on_the_same_samples_and_those_in_force_are_asked_where_none_are_named()
    {
        await using var crm = await ToldAsync();
        var opens = ScoringModel.Named("draft").Version(2).Signal(TouchKinds.EmailOpened, 5).Build();
        var report = await crm.Acme.Engagement.BacktestAsync(Weekly with { Models = [Replies, opens] });

        Assert.Equal((3L, 2L), (report.Candidates, report.PositiveCandidates));
        Assert.Equal([1, 2], report.Models.Select(each => each.Version));
        Assert.Equal([0.65m, 0.45m], report.Models.Select(each => each.RocArea!.Value));
        Assert.Equal("engagement", Assert.Single((await crm.Acme.Engagement.BacktestAsync(Weekly with { Models = [] })).Models).Model.Value);
    }

    [Fact]
    public async Task A_model_is_tried_for_a_tenant_that_has_none_and_a_repeated_submission_counts_once()
    {
        await using var crm = await ToldAsync(rules => rules.Pipeline("dev", "applied"));
        await Late(crm, "ben-applied-again", "ben", Applied("ben"), crm.Clock.Now);
        var submissions = ScoringModel.Named("draft").Signal(TouchKinds.ApplicationSubmitted, 10).Band("once").Band("twice", enter: 20).Build();
        crm.Clock.Now += Duration.FromDays(30);
        var report = await crm.Acme.Engagement.BacktestAsync(Weekly with { Models = [submissions], From = Monday + Duration.FromDays(22) });

        Assert.Equal(0L, report.Models[0].Bands[1].Samples);
        Assert.Equal(report.Samples, report.Models[0].Bands[0].Samples);
        Assert.InRange(report.Samples, 3, 100);
        var none = await Assert.ThrowsAsync<ArgumentException>(async () => await crm.Acme.Engagement.BacktestAsync(Weekly with { Models = [] }));
        Assert.Equal("terms", none.ParamName);
        Assert.StartsWith("The rules in force have no score: give Models.", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_is_told_and_cancelling_ends_it()
    {
        await using var crm = new CrmUnderTest();
        for (var i = 0; i < 250; i++)
        {
            await crm.HappenAsync($"f-{i}", Monday + Duration.FromMinutes(i), new TouchpointRecorded { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound }, $"c-{i:D3}");
        }

        crm.Clock.Now = Monday + Duration.FromDays(30);
        var heard = new List<BacktestProgress>();
        using var cancelled = new CancellationTokenSource();
        await crm.Acme.Engagement.BacktestAsync(Weekly with { From = Monday + Duration.FromDays(1) }, new Heard(heard.Add));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await crm.Acme.Engagement.BacktestAsync(Weekly, new Heard(_ => cancelled.Cancel()), cancelled.Token));

        Assert.Equal([100L, 200L, 250L], heard.Select(each => each.Candidates));
        Assert.Equal(250L * 5, heard[^1].Samples);
    }

    [Fact]
    public async Task Instants_that_make_no_sense_are_refused_with_what_would()
    {
        await using var crm = await ToldAsync();

        await Assert.ThrowsAsync<ArgumentException>(async () => await crm.Acme.Engagement.BacktestAsync(Weekly with { From = crm.Clock.Now + Duration.FromDays(1) }));
        await Assert.ThrowsAsync<ArgumentException>(async () => await crm.Acme.Engagement.BacktestAsync(Weekly with { Every = Duration.FromMinutes(1) }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Weekly with { Every = Duration.FromSeconds(59) });
        Assert.Throws<ArgumentOutOfRangeException>(() => Weekly with { Horizon = Duration.Zero });
    }

    /// <summary>Ben replies on 2 March before nine and applies on the 5th; Cem only opened a message; Dora opened one on the 10th and applies on the 18th. It is the 24th.</summary>
    private static async Task<CrmUnderTest> ToldAsync(Action<CrmRulesBuilder>? rules = null)
    {
        var crm = new CrmUnderTest(rules: rules);
        await crm.HappenAsync("cem-opened", Monday - Duration.FromHours(3), new TouchpointRecorded { Kind = TouchKinds.EmailOpened, Direction = Direction.Inbound }, "cem");
        await crm.HappenAsync("ben-replied", Monday - Duration.FromHours(1), new TouchpointRecorded { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound }, "ben");
        await crm.HappenAsync("ben-applied", Monday + Duration.FromDays(3), Applied("ben"), "ben");
        await crm.HappenAsync("dora-opened", Monday + Duration.FromDays(8), new TouchpointRecorded { Kind = TouchKinds.EmailOpened, Direction = Direction.Inbound }, "dora");
        await crm.HappenAsync("dora-applied", Monday + Duration.FromDays(16), Applied("dora"), "dora");
        crm.Clock.Now = Monday + Duration.FromDays(22);
        return crm;
    }

    private static ApplicationSubmitted Applied(string whose) => new() { Application = JobApplicationId.From($"app-{whose}"), Requisition = RequisitionId.From("req-1") };

    private static async Task Late(CrmUnderTest crm, string id, string whose, IFact fact, Instant at) => await crm.Acme.RecordAsync(CrmUnderTest.Fact(id, at, fact, whose));

    private sealed class Heard(Action<BacktestProgress> hear) : IProgress<BacktestProgress>
    {
        public void Report(BacktestProgress value) => hear(value);
    }
}
