using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Jobs;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Tests.Jobs;

/// <summary>The job that tells everybody in process that their requisition was closed.</summary>
public sealed class CloseRequisitionTests
{
    private static readonly RequisitionId Req = RequisitionId.From("req-1");
    private static readonly Requisition Draft = new() { Id = Req, Openings = 1, OpenedOn = new LocalDate(2026, 2, 1) };

    [Fact]
    public async Task Everybody_in_process_for_it_is_told_and_nobody_else_is_looked_at()
    {
        await using var crm = new CrmUnderTest();
        await People.ApplyAsync(crm, 130);
        await ApplyForOthersAsync(crm, 300);
        await People.TellAsync(crm, 3, "hired", new CandidateHired { Application = People.Application(3) });
        await People.TellAsync(crm, 4, "offer", new OfferMade { Application = People.Application(4) });
        var job = await CloseAsync(crm);
        var report = await People.FinishAsync(crm);

        Assert.Equal((JobKind.CloseRequisition, "req-1:1", People.Ops), (job.Kind, job.Subject, job.StartedBy));
        Assert.Equal((129L, 129L, 0L), (report.Relationships, report.Changed, report.Failed));
        Assert.Equal((129L, 129L), ((await People.JobAsync(crm, job.Id)).Progress.Done, (await People.JobAsync(crm, job.Id)).Progress.Total));
        for (var i = 0; i < 130; i++)
        {
            var state = (await People.StoredAsync(crm, i)).Applications!.Find(People.Application(i))!;
            Assert.Equal(i == 4 ? null : i == 3 ? Disposition.Hired : Disposition.PositionClosed, state.Ending?.Disposition);
        }

        var told = Assert.Single(await People.TimelineAsync(crm, 0), e => e.Entry is RequisitionClosed);
        Assert.Equal((People.Ops, job.OrderedAt, new RequisitionClosed { Requisition = Req, Reason = CloseReasons.Filled }), (told.Actor, told.OccurredAt, told.Entry));
        Assert.NotEqual(EventId.Reserved, told.Id.Value[0]);
        Assert.Equal(["c-004"], (await crm.Acme.Requisitions.ListLiveAsync(Req)).Select(a => a.Candidate.Value));
        Assert.True((await crm.Acme.Requisitions.ListLiveAsync(Req))[0].HasOffer);
        var others = Enumerable.Range(2, 8).Select(i => RequisitionId.From($"req-{i}")).ToArray();
        Assert.Contains(others, other => RequisitionRows.NumberOf(other) < RequisitionRows.NumberOf(Req));
        Assert.Contains(others, other => RequisitionRows.NumberOf(other) > RequisitionRows.NumberOf(Req));
        foreach (var other in others)
        {
            Assert.Equal(38 - (others.IndexOf(other) / 4), (await crm.Acme.Requisitions.ListLiveAsync(other, max: 1_000)).Count);
        }
    }

    [Fact]
    public async Task Done_again_it_changes_nothing()
    {
        await using var crm = new CrmUnderTest();
        await People.ApplyAsync(crm, 9);
        await People.TellAsync(crm, 4, "offer", new OfferMade { Application = People.Application(4) });
        var job = await CloseAsync(crm);
        await People.FinishAsync(crm);
        var before = await People.TextAsync(crm, 9);
        foreach (var again in new Func<Task>[] { () => CloseAsync(crm), async () => await crm.Acme.Jobs.RestartAsync(job.Id, People.Ops) })
        {
            crm.Clock.Now += Duration.FromHours(1);
            await again();
            var report = await People.FinishAsync(crm);

            Assert.Equal((1L, 0L), (report.Relationships, report.Changed));
            Assert.Equal(before, await People.TextAsync(crm, 9));
        }
    }

    [Fact]
    public async Task Who_applies_after_the_closing_is_on_the_list_and_told_when_it_runs_again()
    {
        await using var crm = new CrmUnderTest();
        await People.ApplyAsync(crm, 3);
        var job = await CloseAsync(crm);
        crm.Clock.Now += Duration.FromMinutes(1);
        await ApplyAsync(crm, "late-1");
        await People.FinishAsync(crm);
        await ApplyAsync(crm, "late-2");
        await crm.HappenAsync("again", crm.Clock.Now, new ApplicationSubmitted { Application = JobApplicationId.From("second"), Requisition = Req }, "c-001");
        Assert.Equal(["c-001", "late-1", "late-2"], (await crm.Acme.Requisitions.ListLiveAsync(Req)).Select(a => a.Candidate.Value));
        Assert.DoesNotContain(await crm.TimelineAsync(CandidateId.From("late-1")), e => e.Entry is RequisitionClosed);

        crm.Clock.Now += Duration.FromMinutes(1);
        var again = await CloseAsync(crm);
        var report = await People.FinishAsync(crm);
        Assert.Equal(job.Id, again.Id);
        Assert.Equal(3L, report.Changed);
        Assert.Empty(await crm.Acme.Requisitions.ListLiveAsync(Req));
        Assert.Equal([Disposition.PositionClosed, Disposition.PositionClosed], (await People.StoredAsync(crm, 1)).Applications!.All.Select(a => a.Ending!.Disposition));
        var restarted = (await People.JobAsync(crm, job.Id)).Commands.Single().At;
        Assert.Equal(restarted, (await crm.TimelineAsync(CandidateId.From("late-2"))).Single(e => e.Entry is RequisitionClosed).OccurredAt);
    }

    [Fact]
    public async Task A_submission_that_is_told_late_and_lay_before_the_closing_is_caught_by_the_next_run()
    {
        await using var crm = new CrmUnderTest();
        await People.ApplyAsync(crm, 1);
        await CloseAsync(crm);
        await People.FinishAsync(crm);
        crm.Clock.Now += Duration.FromHours(1);
        await crm.Acme.RecordAsync(CrmUnderTest.Fact("late", Histories.Start, new ApplicationSubmitted { Application = JobApplicationId.From("late"), Requisition = Req }, "late"));
        await crm.Acme.RecordAsync(CrmUnderTest.Fact("later", Histories.Start, new ApplicationSubmitted { Application = JobApplicationId.From("second"), Requisition = Req }, "c-000"));

        Assert.Equal(["late"], (await crm.Acme.Requisitions.ListLiveAsync(Req)).Select(a => a.Candidate.Value));
        await CloseAsync(crm);
        Assert.Equal(1L, (await People.FinishAsync(crm)).Changed);
        Assert.Empty(await crm.Acme.Requisitions.ListLiveAsync(Req));
    }

    [Fact]
    public async Task Whom_the_host_moved_or_made_an_offer_to_after_the_closing_is_left_alone_until_the_next_run()
    {
        await using var crm = new CrmUnderTest();
        await People.ApplyAsync(crm, 4);
        await CloseAsync(crm);
        crm.Clock.Now += Duration.FromMinutes(1);
        await People.TellAsync(crm, 1, "moved", new StageEntered { Application = People.Application(1), Stage = StageKey.From("interview") });
        await People.TellAsync(crm, 2, "offer", new OfferMade { Application = People.Application(2) });
        await People.FinishAsync(crm);
        Assert.Equal(["c-001", "c-002"], (await crm.Acme.Requisitions.ListLiveAsync(Req)).Select(a => a.Candidate.Value));
        Assert.DoesNotContain(await People.TimelineAsync(crm, 1), e => e.Entry is RequisitionClosed or PositionClosedFor);

        crm.Clock.Now += Duration.FromMinutes(1);
        await CloseAsync(crm);
        Assert.Equal(2L, (await People.FinishAsync(crm)).Changed);
        Assert.Equal(["c-002"], (await crm.Acme.Requisitions.ListLiveAsync(Req)).Select(a => a.Candidate.Value));
        Assert.Contains(await People.TimelineAsync(crm, 2), e => e.Entry is FindingNoted { Code: FindingCodes.ClosedWithOffer });
        Assert.DoesNotContain(await People.TimelineAsync(crm, 1), e => e.Entry is FindingNoted { Code: FindingCodes.ApplicationEndedAlready });
    }

    [Fact]
    public async Task Opened_again_it_stops_before_its_next_page_and_closed_again_it_ends_the_rest()
    {
        await using var crm = Small();
        await People.ApplyAsync(crm, 12);
        var job = await CloseAsync(crm);
        await crm.Runner.RunJobsAsync();
        await crm.Acme.Requisitions.ReopenAsync(Req, People.Ops);
        await People.FinishAsync(crm);
        Assert.Equal((JobState.Done, 6), ((await People.JobAsync(crm, job.Id)).State, (await crm.Acme.Requisitions.ListLiveAsync(Req)).Count));

        crm.Clock.Now += Duration.FromHours(1);
        await crm.Acme.Jobs.RestartAsync(job.Id, People.Ops);
        Assert.Equal(0L, (await People.FinishAsync(crm)).Changed);

        var second = await CloseAsync(crm);
        await People.FinishAsync(crm);
        Assert.NotEqual(job.Id, second.Id);
        Assert.Empty(await crm.Acme.Requisitions.ListLiveAsync(Req));
    }

    [Fact]
    public async Task Two_runners_at_once_tell_each_candidate_once()
    {
        await using var crm = Small();
        await using var second = crm.SecondNode(SmallPages);
        await People.ApplyAsync(crm, 40);
        await CloseAsync(crm);
        for (var round = 0; (await crm.Acme.Jobs.ListAsync()).Any(job => !job.IsOver); round++)
        {
            Assert.True(round < 100);
            await Task.WhenAll(new[] { crm, second, crm, second }.Select(node => Task.Run(async () => await node.Runner.RunJobsAsync())));
            crm.Clock.Now += Duration.FromSeconds(1);
        }

        for (var i = 0; i < 40; i++)
        {
            Assert.Single(await People.TimelineAsync(crm, i), e => e.Entry is RequisitionClosed);
            Assert.DoesNotContain(await People.TimelineAsync(crm, i), e => e.Entry is EventIdReused);
        }

        Assert.Empty(await crm.Acme.Requisitions.ListLiveAsync(Req));
    }

    [Fact]
    public async Task A_fact_that_was_taken_back_brings_the_application_back_and_the_next_run_ends_it_again()
    {
        await using var crm = new CrmUnderTest();
        await People.ApplyAsync(crm, 2);
        await CloseAsync(crm);
        await People.FinishAsync(crm);
        var told = (await People.TimelineAsync(crm, 1)).Single(e => e.Entry is RequisitionClosed);
        crm.Clock.Now += Duration.FromHours(1);
        await crm.HappenAsync("back", crm.Clock.Now, new FactsRetracted { Events = [told.Id], Reason = ReasonCode.From("mistake") }, "c-001");
        Assert.Equal(["c-001"], (await crm.Acme.Requisitions.ListLiveAsync(Req)).Select(a => a.Candidate.Value));

        await CloseAsync(crm);
        Assert.Equal(1L, (await People.FinishAsync(crm)).Changed);
        Assert.Empty(await crm.Acme.Requisitions.ListLiveAsync(Req));
    }

    [Fact]
    public async Task The_same_requisition_of_another_tenant_is_not_touched()
    {
        await using var crm = new CrmUnderTest();
        await People.ApplyAsync(crm, 2);
        var globex = crm.Crm.For(TenantId.From("globex"));
        await globex.RecordAsync(CrmUnderTest.Fact("s", Histories.Start, new ApplicationSubmitted { Application = People.Application(0), Requisition = Req }, "c-000"));
        await globex.Requisitions.SaveAsync(Draft);
        await CloseAsync(crm);
        await People.FinishAsync(crm);

        Assert.Empty(await crm.Acme.Requisitions.ListLiveAsync(Req));
        Assert.Single(await globex.Requisitions.ListLiveAsync(Req));
        Assert.False((await globex.Requisitions.FindAsync(Req))!.IsClosed);
        Assert.Empty(await globex.Jobs.ListAsync());
    }

    [Fact]
    public async Task The_live_applications_of_a_requisition_come_page_by_page_each_once()
    {
        await using var crm = new CrmUnderTest();
        await People.ApplyAsync(crm, 11);
        await ApplyForOthersAsync(crm, 5);
        await crm.HappenAsync("second", crm.Clock.Now, new ApplicationSubmitted { Application = JobApplicationId.From("z"), Requisition = Req }, "c-004");
        var listed = new List<LiveApplication>();
        for (var page = await crm.Acme.Requisitions.ListLiveAsync(Req, max: 5); page.Count > 0; page = await crm.Acme.Requisitions.ListLiveAsync(Req, page[^1], max: 5))
        {
            listed.AddRange(page);
        }

        Assert.Equal(
            Enumerable.Range(0, 11).SelectMany(i => i == 4 ? ["c-004/app-4", "c-004/z"] : new[] { $"{People.Name(i)}/app-{i}" }),
            listed.Select(a => $"{a.Candidate}/{a.Application}"));
        Assert.All(listed, a => Assert.Equal((Req, "applied", false), (a.Requisition, a.Stage.Value, a.HasOffer)));
        Assert.Empty(await crm.Acme.Requisitions.ListLiveAsync(RequisitionId.From("nobody")));
    }

    [Fact]
    public void Whoever_has_the_number_of_another_requisition_is_not_concerned()
    {
        var other = new ApplicationState { Application = People.Application(1), Requisition = RequisitionId.From("req-2"), StageSince = Histories.Start };
        var state = Relationship.Empty(Histories.Anna) with { Applications = new ApplicationsSlice { All = [other] } };

        Assert.False(CloseRequisitionWork.Concerns(state, Req, Histories.Start));
        Assert.True(CloseRequisitionWork.Concerns(state, other.Requisition, Histories.Start));
        Assert.InRange(RequisitionRows.NumberOf(Req), 0, long.MaxValue);
        Assert.NotEqual(RequisitionRows.NumberOf(Req), RequisitionRows.NumberOf(other.Requisition));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public Task A_crash_at_any_call_of_the_store_changes_nothing_in_the_end(bool afterTheCall, bool staysDead) =>
        EveryCrash.ChangesNothingAsync(failingCall => CrashAsync(failingCall, afterTheCall, staysDead), least: 30, most: 300);

    private static async Task<(string Text, int Calls)> CrashAsync(int failingCall, bool afterTheCall, bool staysDead)
    {
        const int candidates = 8;
        DyingStore? store = null;
        await using var crm = new CrmUnderTest(more =>
        {
            SmallPages(more);
            more.UseStore(clock => store = new DyingStore(clock));
        });
        await People.ApplyAsync(crm, candidates);
        await People.TellAsync(crm, 4, "offer", new OfferMade { Application = People.Application(4) });
        store!.Arm(failingCall, afterTheCall, staysDead);
        await SurviveAsync(store, async () => await crm.Acme.Requisitions.SaveAsync(Draft));
        await SurviveAsync(store, async () => await crm.Acme.Requisitions.CloseAsync(Req, CloseReasons.Filled, People.Ops));
        for (var round = 0; round < 6; round++)
        {
            await SurviveAsync(store, async () => await crm.Runner.RunJobsAsync());
            crm.Clock.Now += Duration.FromMinutes(5);
        }

        var calls = store.Calls;
        store.Arm(0, false, false);
        var requisition = (await crm.Acme.Requisitions.FindAsync(Req))!;
        Assert.Equal((true, 1, 2L), (requisition.IsClosed, requisition.Closings, requisition.Revision));
        var job = Assert.Single(await crm.Acme.Jobs.ListAsync());

        // Whose application has ended is on the list no more: a page that is done again does not count them.
        Assert.Equal((JobState.Done, 0L), (job.State, job.Progress.Failed));
        Assert.InRange(job.Progress.Done, failingCall == 0 ? candidates : 1, candidates);
        Assert.Equal(["c-004"], (await crm.Acme.Requisitions.ListLiveAsync(Req)).Select(a => a.Candidate.Value));
        return (await People.TruthAsync(crm, candidates), calls);
    }

    private static async Task SurviveAsync(DyingStore store, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (StoreLostException)
        {
            store.Revive();
            await work();
        }
        finally
        {
            store.Revive();
        }
    }

    private static CrmUnderTest Small() => new(SmallPages);

    private static void SmallPages(CandidateCrmBuilder more) => more.Services.Configure<JobOptions>(o => (o.PageSize, o.PagesPerClaim) = (3, 2));

    private static async Task<Job> CloseAsync(CrmUnderTest crm)
    {
        if (await crm.Acme.Requisitions.FindAsync(Req) is null)
        {
            await crm.Acme.Requisitions.SaveAsync(Draft);
        }

        var answer = await crm.Acme.Requisitions.CloseAsync(Req, CloseReasons.Filled, People.Ops);
        Assert.NotEqual(RequisitionOutcome.Refused, answer.Outcome);
        return answer.Job!;
    }

    private static async Task ApplyAsync(CrmUnderTest crm, string candidate) =>
        await crm.HappenAsync($"{candidate}:applied", crm.Clock.Now, new ApplicationSubmitted { Application = JobApplicationId.From(candidate), Requisition = Req }, candidate);

    private static async Task ApplyForOthersAsync(CrmUnderTest crm, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await crm.HappenAsync($"o-{i:000}", crm.Clock.Now, new ApplicationSubmitted { Application = JobApplicationId.From($"o-{i}"), Requisition = RequisitionId.From($"req-{2 + (i % 8)}") }, $"o-{i:000}");
        }
    }
}
