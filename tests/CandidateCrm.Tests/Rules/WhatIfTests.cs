using CandidateCrm.Applications;
using CandidateCrm.Charter;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Rules;

public sealed class WhatIfTests
{
    private static readonly Instant Monday = Histories.Start;

    [Fact]
    public async Task The_same_rules_change_nothing_and_the_counts_are_those_of_the_record()
    {
        await using var crm = await CompanyAsync();
        var report = (await crm.Acme.Rules.ReviewAsync(RulesDraft.Of(TestRules.Everything), Sample.Of(1_000))).WhatIf!;

        Assert.Equal((30, 0), (report.Candidates, report.Differing));
        Assert.All(report.Promises, line => Assert.Equal((line.Opened.Before, line.Kept.Before, line.Broken.Before), (line.Opened.After, line.Kept.After, line.Broken.After)));
        var card = await crm.Acme.Charter.ReportAsync();
        Assert.Equal(
            card.Lines.Where(line => line.Total > 0).OrderBy(line => line.Expectation.Value, StringComparer.Ordinal).Select(line => (line.Expectation, line.Kept, line.Broken + line.OpenOverdue)),
            report.Promises.Select(line => (line.Expectation, line.Kept.Before, line.Broken.Before)));
    }

    [Fact]
    public async Task A_stricter_limit_would_have_broken_what_was_kept_after_it()
    {
        await using var crm = await CompanyAsync();
        var before = await TextAsync(crm);
        var stricter = TestRules.Everything with
        {
            Expectations = TestRules.Everything.Expectations.SetItem(0, (OnceExpectation)TestRules.Everything.Expectations[0] with { Version = 2, Limit = Limit.WorkingTime(Duration.FromHours(1)) }),
        };
        var report = (await crm.Acme.Rules.ReviewAsync(RulesDraft.Of(stricter), Sample.Of(1_000))).WhatIf!;

        // The n-th candidate is answered n quarters of an hour after the application: four working hours end at two o'clock, after lunch, one at ten.
        var line = report.Promises.Single(p => p.Expectation.Value == "acknowledge-application");
        Assert.Equal((30, 30), (line.Opened.Before, line.Opened.After));
        Assert.Equal((20, 4), (line.Kept.Before, line.Kept.After));
        Assert.Equal((10, 26), (line.Broken.Before, line.Broken.After));
        Assert.Equal(16, report.Differing);
        Assert.Equal(before, await TextAsync(crm));
    }

    [Fact]
    public async Task A_smaller_sample_is_part_of_a_larger_one()
    {
        await using var crm = await CompanyAsync();
        var few = (await crm.Acme.Rules.ReviewAsync(RulesDraft.Of(TestRules.Everything), Sample.Of(7))).WhatIf!;
        var again = (await crm.Acme.Rules.ReviewAsync(RulesDraft.Of(TestRules.Everything), Sample.Of(7))).WhatIf!;

        Assert.Equal(7, few.Candidates);
        Assert.Equal(few.Promises.AsEnumerable(), again.Promises);
        Assert.Throws<ArgumentOutOfRangeException>(() => Sample.Of(0));
    }

    private static async Task<CrmUnderTest> CompanyAsync()
    {
        var crm = new CrmUnderTest();
        for (var n = 0; n < 30; n++)
        {
            var application = JobApplicationId.From($"app-{n}");
            await crm.HappenAsync($"s-{n}", Monday, new ApplicationSubmitted { Application = application, Requisition = RequisitionId.From("req-1") }, $"candidate-{n}");
            await crm.HappenAsync(
                $"a-{n}",
                Monday + Duration.FromMinutes(15 * (n + 1)),
                new TouchpointRecorded { Kind = TouchKinds.EmailDelivered, Direction = Direction.Outbound, Application = application },
                $"candidate-{n}");
        }

        crm.Clock.Now = Monday + Duration.FromDays(1);
        await crm.Runner.RunDueWorkAsync();
        return crm;
    }

    private static async Task<string> TextAsync(CrmUnderTest crm)
    {
        var lines = new List<string>();
        foreach (var row in await crm.Index.QueryAsync(new IndexQuery { Tenant = crm.Acme.Tenant, Index = IndexNames.Candidates }, default))
        {
            lines.Add(StateText.Of((await crm.Acme.FindAsync(row.Candidate))!));
            lines.AddRange((await crm.TimelineAsync(row.Candidate)).Select(ReplayCheck.Line));
        }

        return string.Join(Environment.NewLine, lines);
    }
}
