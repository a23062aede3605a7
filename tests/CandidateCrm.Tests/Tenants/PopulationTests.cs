using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Engagement;
using CandidateCrm.Insights;
using CandidateCrm.Lifecycle;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Tenants;

/// <summary>Questions over all candidates of a tenant.</summary>
public sealed class PopulationTests
{
    private static readonly ScoreKey Score = ScoreKey.From("engagement");
    private static readonly Instant Monday = Histories.Start;

    [Fact]
    public async Task The_top_is_sorted_by_score_and_ties_by_candidate_id()
    {
        await using var crm = new CrmUnderTest();
        foreach (var candidate in new[] { "dora", "bert", "Bert", "anna" })
        {
            await crm.HappenAsync($"{candidate}:r", Monday, Reply(), candidate);
        }

        await crm.HappenAsync("carl:1", Monday, Reply(), "carl");
        await crm.HappenAsync("carl:2", Monday, Reply() with { Quantity = 2 }, "carl");
        await crm.HappenAsync("zoe", Monday, new CandidateFound { Source = SourceCode.From("fair") }, "zoe");
        await crm.Crm.For(TenantId.From("globex")).RecordAsync(CrmUnderTest.Fact("x", Monday, Reply(), "stranger"));

        var top = await crm.Acme.Engagement.TopAsync(Score, 10);
        Assert.Equal(["carl", "Bert", "anna", "bert", "dora"], top.Select(r => r.Candidate.Value));
        Assert.Equal([24m, 8m, 8m, 8m, 8m], top.Select(r => r.Score));
        Assert.Equal(["hot", "warm", "warm", "warm", "warm"], top.Select(r => r.Band.Value));
        Assert.Equal(["carl", "Bert", "anna"], (await crm.Acme.Engagement.TopAsync(Score, 3)).Select(r => r.Candidate.Value));
    }

    [Fact]
    public async Task Scores_and_bands_of_the_top_are_of_now_also_without_a_worker()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("r", Monday, Reply());
        crm.Clock.Now = Monday + Duration.FromDays(4);
        var top = Assert.Single(await crm.Acme.Engagement.TopAsync(Score, 1));

        Assert.Equal((2m, "cold"), (top.Score, top.Band.Value));
        Assert.Equal(top.Score, (await crm.Acme.Engagement.ExplainAsync(Histories.Anna.Candidate, Score))!.Score);
    }

    [Fact]
    public async Task A_score_that_the_rules_do_not_have_is_a_mistake_of_the_caller()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("r", Monday, Reply());

        Assert.Equal("score", (await Assert.ThrowsAsync<ArgumentException>(async () => await crm.Acme.Engagement.TopAsync(ScoreKey.From("fit"), 1))).ParamName);
        Assert.Equal("score", (await Assert.ThrowsAsync<ArgumentException>(async () => await crm.Acme.Engagement.ExplainAsync(Histories.Anna.Candidate, ScoreKey.From("fit")))).ParamName);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await crm.Acme.Engagement.TopAsync(Score, 0));
    }

    [Fact]
    public async Task Phases_are_counted_all_five_also_where_nobody_is()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("1", Monday, new CandidateFound { Source = SourceCode.From("fair") }, "a");
        await crm.HappenAsync("2", Monday, new CandidateFound { Source = SourceCode.From("fair") }, "b");
        await crm.HappenAsync("3", Monday, Submitted("app-1"), "c");
        await crm.HappenAsync("4", Monday, new UnknownEntry { Name = "parking.booked", Version = 1, Data = "{}" }, "d");
        var counts = await crm.Acme.Insights.CountPhasesAsync();

        Assert.Equal(
            [(Phase.Discover, 2), (Phase.Attract, 0), (Phase.Engage, 0), (Phase.Hire, 1), (Phase.Nurture, 0)],
            counts.Phases.Select(p => (p.Phase, p.Candidates)));
        Assert.Equal(1, counts.WithoutPhase);
    }

    [Fact]
    public async Task A_path_has_a_step_for_every_fact_about_its_application()
    {
        await using var crm = new CrmUnderTest();
        var recruiter = Actor.Of(PersonId.From("rita"));
        await crm.HappenAsync("1", Monday, Submitted("app-1"));
        await crm.HappenAsync("2", Monday + Duration.FromHours(1), Submitted("app-2"));
        crm.Clock.Now = Monday + Duration.FromDays(1);
        await crm.Acme.RecordAsync(CrmUnderTest.Fact("3", crm.Clock.Now, Stage("app-1", "screening")) with { Actor = recruiter });
        await crm.HappenAsync("4", Monday + Duration.FromDays(2), new ApplicationEnded { Application = JobApplicationId.From("app-1"), Disposition = Disposition.Rejected });
        await crm.HappenAsync("5", Monday + Duration.FromDays(3), new ApplicationReopened { Application = JobApplicationId.From("app-1") });
        await crm.HappenAsync("6", Monday + Duration.FromDays(4), new OfferMade { Application = JobApplicationId.From("app-1") });
        await crm.HappenAsync("7", Monday + Duration.FromDays(5), new CandidateHired { Application = JobApplicationId.From("app-1") });
        var paths = await crm.Acme.Insights.ReadPathsAsync().ToArrayAsync();

        Assert.Equal(["app-1", "app-2"], paths.Select(p => p.Application.Value));
        Assert.Equal(["applied", "screening", "rejected", "offer", "hired"], paths[0].Steps.Select(s => s.Step.Value));
        Assert.Equal([null, "rita", null, null, null], paths[0].Steps.Select(s => s.By?.Value));
        Assert.Equal((OutcomeKind.Hired, Monday + Duration.FromDays(5)), (paths[0].Outcome.Kind, paths[0].Outcome.At!.Value));
        Assert.Equal(Monday + Duration.FromDays(2), paths[0].FirstRejectedAt);
        Assert.Equal(("req-1", PathOutcome.Open), (paths[1].Requisition!.Value.Value, paths[1].Outcome));
    }

    [Fact]
    public async Task A_path_through_a_pipeline_that_nobody_knows_begins_with_its_submission()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("1", Monday, Submitted("app-1") with { Pipeline = PipelineKey.From("limbo") });
        var path = Assert.Single(await crm.Acme.Insights.ReadPathsAsync().ToArrayAsync());

        Assert.Equal(PathSteps.Submitted, Assert.Single(path.Steps).Step);
    }

    [Fact]
    public async Task More_candidates_than_a_page_are_all_read_once()
    {
        await using var crm = new CrmUnderTest();
        var facts = Enumerable.Range(0, 2_345).Select(i => CrmUnderTest.Fact($"e-{i}", Monday, Submitted($"app-{i}"), $"c-{i}"));
        await crm.Acme.ImportAsync(facts.ToAsyncEnumerable());

        Assert.Equal(2_345, (await crm.Acme.Insights.ReadPathsAsync().ToArrayAsync()).Select(p => p.Candidate).Distinct().Count());
        Assert.Equal(2_345 * 2, (await crm.Acme.Charter.OverdueAsync().ToArrayAsync()).Length);
        Assert.Equal(2_345, (await crm.Acme.Charter.ReportAsync()).Lines[0].OpenOverdue);
    }

    private static TouchpointRecorded Reply() => new() { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound };

    private static ApplicationSubmitted Submitted(string id) => new() { Application = JobApplicationId.From(id), Requisition = RequisitionId.From("req-1") };

    private static StageEntered Stage(string id, string stage) => new() { Application = JobApplicationId.From(id), Stage = StageKey.From(stage) };
}
