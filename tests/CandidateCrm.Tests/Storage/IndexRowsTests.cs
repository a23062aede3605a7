using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Storage;

/// <summary>Which rows of lists come with what is recorded.</summary>
public sealed class IndexRowsTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly JobApplicationId App = JobApplicationId.From("app-1");

    [Fact]
    public async Task A_live_application_is_listed_by_since_when_it_is_in_its_stage_and_no_more_once_it_ended()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("1", Monday, new ApplicationSubmitted { Application = App, Requisition = RequisitionId.From("req-1") });
        Assert.Equal([(Monday, "app-1")], await RowsAsync(crm, IndexNames.Applications));

        await crm.HappenAsync("2", Monday + Duration.FromDays(1), new StageEntered { Application = App, Stage = StageKey.From("interview") });
        Assert.Equal([(Monday + Duration.FromDays(1), "app-1")], await RowsAsync(crm, IndexNames.Applications));

        await crm.HappenAsync("3", Monday + Duration.FromDays(2), new ApplicationEnded { Application = App, Disposition = Disposition.Withdrew, Reason = ReasonCode.From("other") });
        Assert.Empty(await RowsAsync(crm, IndexNames.Applications));
    }

    [Fact]
    public async Task A_live_application_is_listed_by_its_requisition_from_its_submission_to_its_end()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("2", Monday + Duration.FromHours(1), new StageEntered { Application = App, Stage = StageKey.From("interview") });
        Assert.Empty(await RowsAsync(crm, IndexNames.RequisitionApplications));

        await crm.Acme.RecordAsync(CrmUnderTest.Fact("1", Monday, new ApplicationSubmitted { Application = App, Requisition = RequisitionId.From("req-1") }));
        var rows = await crm.Index.QueryAsync(RequisitionRows.Query(Histories.Anna.Tenant, RequisitionId.From("req-1"), after: null, max: 10), default);
        Assert.Equal(("req-1\tapp-1", RequisitionRows.NumberOf(RequisitionId.From("req-1"))), Assert.Single(rows.Select(r => (r.Item, r.Sort))));
        Assert.Empty(await crm.Index.QueryAsync(RequisitionRows.Query(Histories.Anna.Tenant, RequisitionId.From("req-2"), after: null, max: 10), default));

        await crm.HappenAsync("3", Monday + Duration.FromDays(2), new CandidateHired { Application = App });
        Assert.Empty(await RowsAsync(crm, IndexNames.RequisitionApplications));
    }

    [Fact]
    public async Task A_finding_is_listed_when_it_is_noted_stays_while_others_come_and_goes_when_it_is_not_true_any_more()
    {
        await using var crm = new CrmUnderTest();
        var staged = Monday + Duration.FromDays(1);
        await crm.HappenAsync("2", staged, new StageEntered { Application = App, Stage = StageKey.From("interview") });
        var noted = await RowsAsync(crm, IndexNames.Findings);
        Assert.Equal([(staged, $"{FindingCodes.ApplicationUnknown}\tapp-1\t~2.1")], noted);

        await crm.HappenAsync("3", staged + Duration.FromHours(1), new CandidateFound { Source = SourceCode.From("careers-site") });
        Assert.Equal(noted, await RowsAsync(crm, IndexNames.Findings));

        await crm.Acme.RecordAsync(CrmUnderTest.Fact("1", Monday, new ApplicationSubmitted { Application = App, Requisition = RequisitionId.From("req-1") }));
        Assert.DoesNotContain(await RowsAsync(crm, IndexNames.Findings), r => r.Item.StartsWith(FindingCodes.ApplicationUnknown, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_of_findings_is_what_the_timeline_holds_of_them_whatever_order_facts_come_in()
    {
        await using var crm = new CrmUnderTest();
        crm.Clock.Now = Monday + Duration.FromDays(30);
        IFact[] facts =
        [
            new ApplicationEnded { Application = App, Disposition = Disposition.Rejected },
            new StageEntered { Application = App, Stage = StageKey.From("nowhere") },
            new StageEntered { Application = App, Stage = StageKey.From("interview") },
            new ApplicationSubmitted { Application = App, Requisition = RequisitionId.From("req-1") },
            new ApplicationSubmitted { Application = App, Requisition = RequisitionId.From("req-1") },
        ];
        for (var i = 0; i < facts.Length; i++)
        {
            await crm.Acme.RecordAsync(CrmUnderTest.Fact($"f{i}", Monday + Duration.FromDays(facts.Length - i), facts[i]));
            var found = (await crm.TimelineAsync()).Where(e => e.Entry is FindingNoted).Select(e => (e.OccurredAt, $"{((FindingNoted)e.Entry).Code}\t{((FindingNoted)e.Entry).Subject}\t{e.Id}"));
            Assert.Equal(found.Order(), (await RowsAsync(crm, IndexNames.Findings)).Order());
        }

        Assert.NotEmpty(await RowsAsync(crm, IndexNames.Findings));
    }

    [Fact]
    public void A_feature_that_failed_is_listed_by_when_with_its_code()
    {
        var fault = new SliceFault { Feature = "charter", Definition = "expectation/decide-application", Code = "reaction.threw:InvalidTimeZoneException", At = Monday };
        var row = Assert.Single(IndexRows.Of(Relationship.Empty(Histories.Anna) with { Faults = [fault] }), r => r.Index == IndexNames.Faults);

        Assert.Equal((Microseconds.ToMicros(Monday), "charter\texpectation/decide-application\treaction.threw:InvalidTimeZoneException", Histories.Anna.Candidate), (row.Sort, row.Item, row.Candidate));
    }

    private static async Task<(Instant At, string Item)[]> RowsAsync(CrmUnderTest crm, string index)
    {
        var rows = await crm.Index.QueryAsync(new IndexQuery { Tenant = Histories.Anna.Tenant, Index = index }, default);
        return [.. rows.Select(r => (Microseconds.ToInstant(r.Sort), r.Item))];
    }
}
