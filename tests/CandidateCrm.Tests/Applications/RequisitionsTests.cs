using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Jobs;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Applications;

/// <summary>The requisitions of a tenant as a host works with them.</summary>
public sealed class RequisitionsTests
{
    private static readonly Actor Olga = Actor.Of(PersonId.From("olga"));

    private static Requisition Dev { get; } = RequisitionEngineTests.Sample;

    [Fact]
    public async Task What_was_saved_is_found_and_listed_and_belongs_to_one_tenant()
    {
        await using var crm = new CrmUnderTest();
        var saved = await crm.Acme.Requisitions.SaveAsync(Dev);

        Assert.Equal((RequisitionOutcome.Written, 1L), (saved.Outcome, saved.Requisition!.Revision));
        Assert.True(RequisitionEngine.SaysTheSame(Dev, (await crm.Acme.Requisitions.FindAsync(Dev.Id))!));
        Assert.Equal(saved.Requisition.Revision, Assert.Single(await crm.Acme.Requisitions.ListAsync()).Revision);
        var globex = crm.Crm.For(TenantId.From("globex")).Requisitions;
        Assert.Null(await globex.FindAsync(Dev.Id));
        Assert.Empty(await globex.ListAsync());
        Assert.Equal(1, (await globex.SaveAsync(Dev with { Openings = 9 })).Requisition!.Revision);
        Assert.Equal(3, (await crm.Acme.Requisitions.FindAsync(Dev.Id))!.Openings);
        Assert.Equal(RequisitionFaultCodes.Unknown, Assert.Single((await crm.Crm.For(TenantId.From("initech")).Requisitions.CloseAsync(Dev.Id, CloseReasons.Filled, Olga)).Faults).Code);
    }

    [Fact]
    public async Task Saving_the_same_again_changes_nothing_and_saving_on_top_of_an_old_revision_is_refused_with_the_new_one()
    {
        await using var crm = new CrmUnderTest();
        await crm.Acme.Requisitions.SaveAsync(Dev);
        var again = await crm.Acme.Requisitions.SaveAsync(Dev);
        var next = await crm.Acme.Requisitions.SaveAsync(again.Requisition! with { Status = RequisitionStatus.OnHold, Filled = 2 });
        var stale = await crm.Acme.Requisitions.SaveAsync(again.Requisition! with { Openings = 5 });

        Assert.Equal((RequisitionOutcome.Unchanged, 1L), (again.Outcome, again.Requisition!.Revision));
        Assert.Equal((RequisitionOutcome.Written, 2L, RequisitionStatus.OnHold), (next.Outcome, next.Requisition!.Revision, next.Requisition.Status));
        Assert.Equal((RequisitionOutcome.Refused, 2L), (stale.Outcome, stale.Requisition!.Revision));
        Assert.Equal(RequisitionFaultCodes.Changed, Assert.Single(stale.Faults).Code);
        Assert.Equal(3, (await crm.Acme.Requisitions.FindAsync(Dev.Id))!.Openings);
    }

    [Fact]
    public async Task What_is_wrong_is_refused_with_every_fault_and_nothing_is_written()
    {
        await using var crm = new CrmUnderTest();
        var refused = await crm.Acme.Requisitions.SaveAsync(Dev with { Openings = -1, Pipeline = PipelineKey.From("nowhere"), OpenedOn = default });
        var nameless = await crm.Acme.Requisitions.SaveAsync(Dev with { Id = default, Openings = -1 });
        var closed = await crm.Acme.Requisitions.CloseAsync(RequisitionId.From("nobody"), default, Olga);

        Assert.Equal([RequisitionFaultCodes.OpeningsNegative, RequisitionFaultCodes.OpenedOnMissing, RequisitionFaultCodes.PipelineUnknown], refused.Faults.Select(f => f.Code));
        Assert.Contains("standard", refused.Faults[^1].WouldBeRight, StringComparison.Ordinal);
        Assert.Equal([RequisitionFaultCodes.NameMissing, RequisitionFaultCodes.OpeningsNegative], nameless.Faults.Select(f => f.Code));
        Assert.Equal([RequisitionFaultCodes.Unknown, RequisitionFaultCodes.ReasonMissing], closed.Faults.Select(f => f.Code));
        Assert.Equal([RequisitionFaultCodes.Unknown], (await crm.Acme.Requisitions.ReopenAsync(RequisitionId.From("nobody"), Olga)).Faults.Select(f => f.Code));
        Assert.Empty(await crm.Acme.Requisitions.ListAsync());
        Assert.Empty(await crm.Acme.Jobs.ListAsync());
        await Assert.ThrowsAsync<ArgumentException>(async () => await crm.Acme.Requisitions.FindAsync(default));
        await Assert.ThrowsAsync<ArgumentException>(async () => await crm.Acme.Requisitions.CloseAsync(default, CloseReasons.Filled, Olga));
        await Assert.ThrowsAsync<ArgumentException>(async () => await crm.Acme.Requisitions.ReopenAsync(default, Olga));
        await Assert.ThrowsAsync<ArgumentException>(async () => await crm.Acme.Requisitions.ListLiveAsync(default));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await crm.Acme.Requisitions.ListAsync(max: 0));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await crm.Acme.Requisitions.ListLiveAsync(Dev.Id, max: 1_001));
    }

    [Fact]
    public async Task Closing_writes_the_requisition_and_its_job_together_and_twice_is_once()
    {
        await using var crm = new CrmUnderTest();
        await crm.Acme.Requisitions.SaveAsync(Dev);
        var closed = await crm.Acme.Requisitions.CloseAsync(Dev.Id, CloseReasons.Cancelled, Olga);
        var again = await crm.Acme.Requisitions.CloseAsync(Dev.Id, CloseReasons.Filled, Actor.Host);
        var stored = await crm.Acme.Requisitions.FindAsync(Dev.Id);

        Assert.Equal((RequisitionOutcome.Written, RequisitionOutcome.Unchanged), (closed.Outcome, again.Outcome));
        Assert.Equal((RequisitionStatus.Closed, CloseReasons.Cancelled, Olga, crm.Clock.Now, 1), (stored!.Status, stored.CloseReason, stored.ClosedBy, stored.ClosedAt!.Value, stored.Closings));
        Assert.Equal(("close-requisition:dev-12:1", "dev-12:1", Olga), (closed.Job!.Id.Value, closed.Job.Subject, closed.Job.StartedBy));
        Assert.Equal((closed.Job.Id, JobState.Waiting, 0), (again.Job!.Id, again.Job.State, again.Job.Commands.Length));
        Assert.Equal(RequisitionFaultCodes.ReasonMissing, Assert.Single((await crm.Acme.Requisitions.CloseAsync(Dev.Id, default, Olga)).Faults).Code);
        Assert.Single(await crm.Acme.Jobs.ListAsync());
    }

    [Fact]
    public async Task A_closed_requisition_is_opened_again_and_its_next_closing_is_another_job()
    {
        await using var crm = new CrmUnderTest();
        await crm.Acme.Requisitions.SaveAsync(Dev);
        Assert.Equal(RequisitionOutcome.Unchanged, (await crm.Acme.Requisitions.ReopenAsync(Dev.Id, Olga)).Outcome);
        await crm.Acme.Requisitions.CloseAsync(Dev.Id, CloseReasons.Filled, Olga);
        var opened = await crm.Acme.Requisitions.ReopenAsync(Dev.Id, Olga);
        var closed = await crm.Acme.Requisitions.CloseAsync(Dev.Id, CloseReasons.Merged, Olga);

        Assert.Equal((RequisitionStatus.Open, 1, Olga, (Instant?)null), (opened.Requisition!.Status, opened.Requisition.Closings, opened.Requisition.ReopenedBy, opened.Requisition.ClosedAt));
        Assert.Equal((2, CloseReasons.Merged, "close-requisition:dev-12:2"), (closed.Requisition!.Closings, closed.Requisition.CloseReason, closed.Job!.Id.Value));
        Assert.Equal(RequisitionOutcome.Written, (await crm.Acme.Requisitions.SaveAsync(closed.Requisition with { Filled = 3 })).Outcome);
        Assert.True((await crm.Acme.Requisitions.FindAsync(Dev.Id))!.IsClosed);
    }

    [Fact]
    public async Task Lists_are_filtered_and_paged_in_the_order_of_names()
    {
        await using var crm = new CrmUnderTest();
        for (var i = 0; i < 25; i++)
        {
            var one = Dev with
            {
                Id = RequisitionId.From($"r-{i:00}"),
                Status = i % 3 == 0 ? RequisitionStatus.OnHold : RequisitionStatus.Open,
                Family = RequisitionFamily.From(i % 2 == 0 ? "even" : "odd"),
                TargetDate = i < 5 ? null : new LocalDate(2026, 4, 1).PlusDays(i),
                Pipeline = i == 24 ? default : Dev.Pipeline,
            };
            Assert.Equal(RequisitionOutcome.Written, (await crm.Acme.Requisitions.SaveAsync(one)).Outcome);
        }

        Assert.Equal(Enumerable.Range(0, 25).Where(i => i % 3 == 0).Select(Name), await NamesAsync(crm, new RequisitionFilter { Status = RequisitionStatus.OnHold }, 2));
        Assert.Equal(Enumerable.Range(0, 25).Where(i => i % 6 == 0).Select(Name), await NamesAsync(crm, new RequisitionFilter { Status = RequisitionStatus.OnHold, Family = RequisitionFamily.From("even") }, 3));
        Assert.Equal(Enumerable.Range(5, 6).Select(Name), await NamesAsync(crm, new RequisitionFilter { TargetUntil = new LocalDate(2026, 4, 11) }, 4));
        Assert.Equal(Enumerable.Range(0, 24).Select(Name), await NamesAsync(crm, new RequisitionFilter { Pipeline = PipelineKey.From("standard") }, 24));
        Assert.Equal(Enumerable.Range(0, 25).Select(Name), await NamesAsync(crm, filter: null, 7));
    }

    [Fact]
    public async Task Two_who_save_at_once_do_not_overwrite_each_other()
    {
        await using var crm = new CrmUnderTest();
        await using var other = crm.SecondNode();
        var first = (await crm.Acme.Requisitions.SaveAsync(Dev)).Requisition!;
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => Task.Run(async () => await (i % 2 == 0 ? crm : other).Acme.Requisitions.SaveAsync(first with { Openings = 10 + i }))));

        var written = Assert.Single(answers, a => a.Outcome == RequisitionOutcome.Written);
        Assert.All(answers.Where(a => a != written), a => Assert.Equal(RequisitionFaultCodes.Changed, Assert.Single(a.Faults).Code));
        Assert.Equal(written.Requisition!.Openings, (await crm.Acme.Requisitions.FindAsync(Dev.Id))!.Openings);
    }

    private static string Name(int number) => $"r-{number:00}";

    private static async Task<string[]> NamesAsync(CrmUnderTest crm, RequisitionFilter? filter, int size)
    {
        var names = new List<string>();
        RequisitionId after = default;
        while (true)
        {
            var page = await crm.Acme.Requisitions.ListAsync(filter, after, size);
            names.AddRange(page.Select(one => one.Id.Value));
            if (page.Count < size)
            {
                return [.. names];
            }

            after = page[^1].Id;
        }
    }
}
