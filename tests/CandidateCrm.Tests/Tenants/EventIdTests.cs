using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Lifecycle;
using CandidateCrm.Tenants;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Tenants;

public sealed class EventIdTests
{
    private static readonly Instant At = Histories.Start;
    private static readonly Instant Later = At + Duration.FromDays(2);
    private static readonly HostFact Found = CrmUnderTest.Fact("x", At, new CandidateFound { Source = SourceCode.From("fair") });
    private static readonly HostFact Other = Found with { Fact = new CandidateFound { Source = SourceCode.From("careers-site") } };

    public static TheoryData<string, HostFact> OtherRuleParts => new()
    {
        { "fact", Other },
        { "type", Found with { Fact = new EmploymentEnded() } },
        { "instant", Found with { OccurredAt = Later } },
        { "earlier instant", Found with { OccurredAt = At - Duration.FromDays(1) } },
        { "precision", Found with { Precision = Precision.Day } },
        { "source order", Found with { SourceOrder = 1 } },
        { "actor", Found with { Actor = Actor.Candidate } },
        { "trust", Found with { Trust = Enum.GetValues<Trust>()[^1] } },
        { "candidate", Found with { Candidate = CandidateId.From("bert") } },
    };

    [Fact]
    public async Task The_same_rule_part_is_a_repeat_whatever_delivery_it_comes_with()
    {
        await using var crm = new CrmUnderTest();
        await crm.Acme.RecordAsync(Found);
        await crm.Acme.RecordAsync(CrmUnderTest.Fact("y", Later, new EmploymentEnded()));
        HostFact[] again =
        [
            Found,
            Found with { Batch = BatchId.From("b-2") },
            Found with { Correlation = CorrelationId.From("c-2") },
            Found with { Source = SourceCode.From("another") },
            Found with { Personal = PersonalPart.Of("name", "Anna") },
            Found with { OccurredAt = At + Duration.FromNanoseconds(700) },
        ];
        var before = await crm.AnnaAsync();
        foreach (var one in again)
        {
            var recorded = await crm.Acme.RecordAsync(one);
            Assert.Equal(RecordStatus.Repeated, recorded.Status);
            Assert.Empty(recorded.Derived);
        }

        Assert.Equal(StateText.Of((object)before), StateText.Of((object)await crm.AnnaAsync()));
        Assert.Null(Stored(await crm.TimelineAsync()).Personal);
    }

    [Theory]
    [MemberData(nameof(OtherRuleParts), DisableDiscoveryEnumeration = true)]
    public async Task Another_rule_part_is_left_out_and_reported_once_however_often_it_comes(string what, HostFact second)
    {
        await using var crm = new CrmUnderTest();
        await crm.Acme.RecordAsync(Found);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(RecordStatus.IdReused, (await crm.Acme.RecordAsync(second)).Status);
            crm.Clock.Now += Duration.FromHours(1);
        }

        var report = await crm.Acme.ImportAsync(new[] { second, second }.ToAsyncEnumerable());
        Assert.Equal((0, 0, 2), (report.Progress.Recorded, report.Progress.Repeated, report.Progress.IdReused));
        Assert.True(await ReuseFindingsAsync(crm, second.Candidate) == 1, what);
        Assert.Equal(Found.Fact, Stored(await crm.TimelineAsync()).Entry);
    }

    [Fact]
    public async Task Each_other_content_is_reported_by_itself()
    {
        await using var crm = new CrmUnderTest();
        await crm.Acme.RecordAsync(Found);
        await crm.Acme.RecordAsync(Other);
        await crm.Acme.RecordAsync(Found with { OccurredAt = Later });

        Assert.Equal(2, await ReuseFindingsAsync(crm, Found.Candidate));
    }

    [Fact]
    public async Task Within_one_page_the_first_stands_and_the_others_are_reported_once()
    {
        await using var crm = new CrmUnderTest();
        var report = await crm.Acme.ImportAsync(new[] { Found, Other, Found, Other, Other }.ToAsyncEnumerable());

        Assert.Equal((1, 1, 3), (report.Progress.Recorded, report.Progress.Repeated, report.Progress.IdReused));
        Assert.Equal(1, report.Findings[FindingCodes.EventIdReused]);
        Assert.Equal(1, await ReuseFindingsAsync(crm, Found.Candidate));
        Assert.Equal(Found.Fact, Stored(await crm.TimelineAsync()).Entry);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public async Task What_is_on_record_stands_also_against_the_first_of_a_page(int pageSize)
    {
        await using var crm = new CrmUnderTest();
        await crm.Acme.RecordAsync(Found);
        var report = await crm.Acme.ImportAsync(new[] { Other, Found, Other }.ToAsyncEnumerable(), new ImportOptions { PageSize = pageSize });

        Assert.Equal((0, 1, 2), (report.Progress.Recorded, report.Progress.Repeated, report.Progress.IdReused));
        Assert.Equal(1, await ReuseFindingsAsync(crm, Found.Candidate));
    }

    [Fact]
    public async Task The_same_other_content_is_reported_once_whatever_delivery_it_comes_with()
    {
        await using var crm = new CrmUnderTest();
        await crm.Acme.RecordAsync(Found);
        HostFact[] others =
        [
            Other,
            Other with { Batch = BatchId.From("b-2") },
            Other with { Correlation = CorrelationId.From("c-2") },
            Other with { Source = SourceCode.From("another") },
            Other with { Personal = PersonalPart.Of("name", "Anna") },
        ];
        foreach (var other in others)
        {
            Assert.Equal(RecordStatus.IdReused, (await crm.Acme.RecordAsync(other)).Status);
        }

        Assert.Equal(1, await ReuseFindingsAsync(crm, Found.Candidate));
    }

    [Fact]
    public async Task What_was_reported_before_keeps_no_new_fact_out()
    {
        await using var crm = new CrmUnderTest();
        await crm.Acme.RecordAsync(Found);
        await crm.Acme.RecordAsync(Other);
        var fresh = CrmUnderTest.Fact("y", crm.Clock.Now, new EmploymentEnded());
        crm.Clock.Now += Duration.FromMinutes(1);
        var report = await crm.Acme.ImportAsync(new[] { Other, fresh }.ToAsyncEnumerable());

        Assert.Equal((1, 1), (report.Progress.Recorded, report.Progress.IdReused));
        Assert.Equal(1, await ReuseFindingsAsync(crm, Found.Candidate));
    }

    [Fact]
    public async Task Another_candidate_of_the_tenant_cannot_use_the_id()
    {
        await using var crm = new CrmUnderTest();
        await crm.Acme.RecordAsync(Found);
        var bert = CandidateId.From("bert");
        var recorded = await crm.Acme.RecordAsync(Found with { Candidate = bert });

        Assert.Equal(RecordStatus.IdReused, recorded.Status);
        Assert.Equal(FindingCodes.EventIdReused, Assert.Single(recorded.Findings).Code);
        Assert.Null((await crm.Acme.FindAsync(bert))!.Lifecycle);
        Assert.Equal(0, await ReuseFindingsAsync(crm, Found.Candidate));
    }

    [Fact]
    public async Task Two_candidates_in_one_page_cannot_share_an_id_either()
    {
        await using var crm = new CrmUnderTest();
        var report = await crm.Acme.ImportAsync(new[] { Found, Found with { Candidate = CandidateId.From("bert") } }.ToAsyncEnumerable());

        Assert.Equal((1, 1), (report.Progress.Recorded, report.Progress.IdReused));
        Assert.Equal(1, await ReuseFindingsAsync(crm, CandidateId.From("bert")));
    }

    [Fact]
    public async Task Another_tenant_has_ids_of_its_own()
    {
        await using var crm = new CrmUnderTest();
        var globex = crm.Crm.For(TenantId.From("globex"));
        await crm.Acme.RecordAsync(Found);
        var recorded = await globex.RecordAsync(Other);

        Assert.Equal(RecordStatus.Recorded, recorded.Status);
        Assert.Equal(RecordStatus.Repeated, (await crm.Acme.RecordAsync(Found)).Status);
        Assert.Equal(Found.Fact, Stored(await crm.TimelineAsync()).Entry);
    }

    [Fact]
    public async Task Two_nodes_that_tell_the_same_at_the_same_time_have_told_it_once()
    {
        await using var crm = new CrmUnderTest();
        for (var i = 0; i < 50; i++)
        {
            var told = Found with { EventId = EventId.From($"x-{i}"), OccurredAt = At + Duration.FromMinutes(i) };
            var nodes = Enumerable.Range(0, 4).Select(_ => Task.Run(async () => await NodeOn(crm).RecordAsync(told))).ToArray();
            var answers = await Task.WhenAll(nodes);

            Assert.Equal(1, answers.Count(a => a.Status == RecordStatus.Recorded));
            Assert.Equal(3, answers.Count(a => a.Status == RecordStatus.Repeated));
        }

        Assert.Equal(50, (await crm.TimelineAsync()).Count(e => e.Class == EntryClass.Fact));
    }

    [Fact]
    public async Task Two_nodes_that_tell_different_things_under_one_id_leave_one_and_one_finding()
    {
        await using var crm = new CrmUnderTest();
        for (var i = 0; i < 30; i++)
        {
            var id = EventId.From($"x-{i}");
            HostFact[] told = [Found with { EventId = id }, Other with { EventId = id }, Found with { EventId = id }, Other with { EventId = id }];
            var answers = await Task.WhenAll(told.Select(one => Task.Run(async () => await NodeOn(crm).RecordAsync(one))));

            Assert.Equal([RecordStatus.Recorded, RecordStatus.Repeated, RecordStatus.IdReused, RecordStatus.IdReused], answers.Select(a => a.Status).Order());
        }

        Assert.Equal(30, await ReuseFindingsAsync(crm, Found.Candidate));
    }

    [Fact]
    public async Task An_id_that_looks_like_that_of_an_alarm_gets_in_nobodys_way()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("s", At, new ApplicationSubmitted { Application = JobApplicationId.From("app-1"), Requisition = RequisitionId.From("req-1") });
        var due = (await crm.AnnaAsync()).WakeAt!.Value;
        await crm.HappenAsync($"@{Microseconds.ToMicros(due)}", At + Duration.FromMinutes(1), new ApplicationEnded { Application = JobApplicationId.From("app-2"), Disposition = Disposition.Rejected });
        crm.Clock.Now = due;
        await crm.Runner.RunDueWorkAsync();

        Assert.Contains(await crm.TimelineAsync(), e => e.Entry is CandidateCrm.Charter.PromiseBroken or CandidateCrm.Engagement.BandChanged && e.OccurredAt == due);
    }

    private static ITenantCrm NodeOn(CrmUnderTest crm) => crm.SecondNode().Acme;

    private static TimelineEvent Stored(TimelineEvent[] timeline) => timeline.Single(e => e.Id == Found.EventId);

    private static async Task<int> ReuseFindingsAsync(CrmUnderTest crm, CandidateId candidate) =>
        (await crm.TimelineAsync(candidate)).Count(e => e.Entry is FindingNoted { Code: FindingCodes.EventIdReused });
}
