using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Storage;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Tests.Work;

public sealed class DueWorkTests
{
    private static readonly Instant Submitted = Histories.Start;
    private static readonly Instant AcknowledgeDue = Instant.FromUtc(2026, 3, 2, 13, 0);

    [Fact]
    public async Task Alarms_of_all_tenants_are_settled_once_each_however_small_the_batches()
    {
        await using var crm = new CrmUnderTest(more => more.Services.Configure<DueWorkOptions>(o => o.BatchSize = 2));
        foreach (var tenant in new[] { "acme", "globex", "initech" })
        {
            for (var i = 0; i < 5; i++)
            {
                await SubmitAsync(crm, tenant, $"c-{i}");
            }
        }

        crm.Clock.Now = AcknowledgeDue;
        Assert.Equal((15, 0), Counts(await crm.Runner.RunDueWorkAsync()));
        Assert.Equal((0, 0), Counts(await crm.Runner.RunDueWorkAsync()));
        foreach (var tenant in new[] { "acme", "globex", "initech" })
        {
            var report = await crm.Crm.For(TenantId.From(tenant)).Charter.ReportAsync();
            Assert.Equal(5, report.Lines[0].OpenOverdue);
        }
    }

    [Fact]
    public async Task An_alarm_rings_at_its_own_instant_whenever_the_worker_comes()
    {
        await using var crm = new CrmUnderTest();
        await SubmitAsync(crm, "acme", "anna");
        crm.Clock.Now = AcknowledgeDue + Duration.FromDays(3);
        await crm.Runner.RunDueWorkAsync();
        var broken = Assert.Single(await crm.TimelineAsync(), e => e.Entry is PromiseBroken { Promise.Expectation.Value: "acknowledge-application" });

        Assert.Equal((AcknowledgeDue, default(EventId), Actor.Crm), (broken.OccurredAt, broken.Cause, broken.Actor));
    }

    [Fact]
    public async Task A_worker_that_lost_its_lease_leaves_the_alarm_to_the_other()
    {
        StealingStore? store = null;
        await using var crm = new CrmUnderTest(more =>
        {
            more.Services.Configure<DueWorkOptions>(o => o.Lease = Duration.FromSeconds(1));
            more.UseStore(clock => store = new StealingStore(clock));
        });
        await SubmitAsync(crm, "acme", "anna");
        crm.Clock.Now = AcknowledgeDue;
        store!.BeforeCommit = () =>
        {
            crm.Clock.Now += Duration.FromSeconds(2);
            return Assert.Single(((IWorkQueue)store).ClaimAsync(new ClaimRequest { Lease = Duration.FromMinutes(1) }, default).AsTask().GetAwaiter().GetResult().Leases);
        };

        Assert.Equal((0, 1), Counts(await crm.Runner.RunDueWorkAsync()));
        Assert.DoesNotContain(await crm.TimelineAsync(), e => e.Entry is PromiseBroken);
        crm.Clock.Now += Duration.FromMinutes(1);
        Assert.Equal((1, 0), Counts(await crm.Runner.RunDueWorkAsync()));
    }

    [Fact]
    public async Task A_fact_that_another_process_records_while_a_worker_settles_is_not_lost()
    {
        StealingStore? store = null;
        await using var crm = new CrmUnderTest(more =>
        {
            more.UseStore(clock => store = new StealingStore(clock));
        });
        await SubmitAsync(crm, "acme", "anna");
        await using var other = crm.SecondNode(more => more.UseStore(_ => store!));
        crm.Clock.Now = AcknowledgeDue;
        store!.BeforeCommit = () =>
        {
            var mail = new TouchpointRecorded { Kind = TouchKinds.EmailDelivered, Direction = Direction.Outbound, Application = JobApplicationId.From("app-1") };
            return other.Acme.RecordAsync(CrmUnderTest.Fact("m", AcknowledgeDue, mail)).AsTask().GetAwaiter().GetResult();
        };
        await crm.Runner.RunDueWorkAsync();

        Assert.Contains(await crm.TimelineAsync(), e => e.Entry is PromiseKept);
        Assert.DoesNotContain(await crm.TimelineAsync(), e => e.Entry is PromiseBroken);
        await ReplayCheck.EqualsReplayAsync(crm, Histories.Anna.Candidate);
    }

    [Fact]
    public async Task What_nothing_listens_to_rings_no_alarm()
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Take(TestRules.Everything with { Expectations = [], Announced = ["lifecycle.phase_changed"] }));
        await SubmitAsync(crm, "acme", "anna");
        var anna = await crm.AnnaAsync();
        crm.Clock.Now += Duration.FromDays(60);

        Assert.NotNull(anna.NextChangeAt);
        Assert.Null(anna.WakeAt);
        Assert.Equal((0, 0), Counts(await crm.Runner.RunDueWorkAsync()));
        Assert.Equal("cold", (await crm.AnnaAsync()).Engagement!.Scores[0].State.Band!.Value.Value);
    }

    [Fact]
    public async Task Cancelling_stops_the_work_and_what_was_settled_stays()
    {
        await using var crm = new CrmUnderTest();
        await SubmitAsync(crm, "acme", "anna");
        crm.Clock.Now = AcknowledgeDue;
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await crm.Runner.RunDueWorkAsync(stop.Token));
        Assert.Equal((1, 0), Counts(await crm.Runner.RunDueWorkAsync()));
    }

    private static (int Settled, int Left) Counts(DueWorkReport report) => (report.Settled, report.LeftToOthers);

    private static async Task SubmitAsync(CrmUnderTest crm, string tenant, string candidate)
    {
        crm.Clock.Now = Submitted;
        var fact = new ApplicationSubmitted { Application = JobApplicationId.From("app-1"), Requisition = RequisitionId.From("req-1") };
        await crm.Crm.For(TenantId.From(tenant)).RecordAsync(CrmUnderTest.Fact($"{candidate}:s", Submitted, fact, candidate));
    }
}
