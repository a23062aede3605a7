using CandidateCrm.Applications;
using CandidateCrm.Calendars;
using CandidateCrm.Charter;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Charter;

public sealed class CharterThroughTheCrmTests
{
    private static readonly JobApplicationId App = JobApplicationId.From("app-1");

    private static readonly OnceExpectation Answer = CharterTextsTests.Once("answer", "We answer within {limit}.") with
    {
        Pauses = [new PauseRule { Reason = PauseReason.From("waiting"), PausedBy = FactPattern.Touch(TouchKinds.CallHeld, Direction.Outbound), ResumedBy = FactPattern.Touch(Direction.Inbound) }],
        KeptBy = FactPattern.Touch(TouchKinds.EmailDelivered, Direction.Outbound),
    };

    private static CrmRules Rules => TestRules.Everything with { Calendars = [WorkingCalendar.AlwaysOpen], Expectations = [Answer], Scores = [] };

    [Fact]
    public async Task What_was_overdue_at_a_past_instant_is_known_later()
    {
        await using var crm = await WithTwoAsync();
        crm.Clock.Now = Day(9);
        Assert.Equal(["b"], await OverdueAsync(crm));
        Assert.Equal(["a", "b"], await OverdueAsync(crm, Day(2))); // before somebody answered
        Assert.Empty(await OverdueAsync(crm, Hour(1)));
        Assert.Equal(Hour(24) - Hour(16), (await crm.Acme.Charter.OverdueAsync(Day(1)).FirstAsync()).WorkingOverdue);
    }

    [Fact]
    public async Task The_report_of_a_past_instant_is_the_one_of_then()
    {
        await using var crm = await WithTwoAsync();
        var then = (await crm.Acme.Charter.ReportAsync(new CharterQuestion { AsOf = Day(2) })).Lines.Single();
        Assert.Equal((0, 2, 0), (then.Broken, then.OpenOverdue, then.Paused));
        var now = (await crm.Acme.Charter.ReportAsync(new CharterQuestion { By = [ReportDimension.Requisition] })).Lines;
        Assert.Equal([("req-a", 1, 0), ("req-b", 0, 1)], now.Select(line => (line.Group.Requisition.Value, (int)line.Broken, (int)line.OpenOverdue)));
        Assert.Equal(2, (await crm.Acme.Charter.ReadPromisesAsync().ToListAsync()).Count);
    }

    [Fact]
    public async Task A_pause_that_nobody_ends_is_found()
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Take(Rules));
        await crm.HappenAsync("s", Hour(0), new ApplicationSubmitted { Application = App, Requisition = RequisitionId.From("req-a") });
        await crm.HappenAsync("call", Hour(2), new TouchpointRecorded { Kind = TouchKinds.CallHeld, Direction = Direction.Outbound, Application = App });
        crm.Clock.Now = Day(9);
        var pause = Assert.Single(await crm.Acme.Charter.PausedAsync(Duration.FromDays(7)).ToListAsync());
        Assert.Equal((Duration.FromHours(14), Day(9) - Hour(2)), (pause.Promise.Remaining!.Value, pause.Paused));
        Assert.Empty(await crm.Acme.Charter.PausedAsync(Duration.FromDays(10)).ToListAsync());
        Assert.Equal((1, 1), ((await crm.Acme.Charter.ReportAsync()).Lines.Single().Paused, (await crm.Acme.Charter.ReportAsync()).Lines.Single().Total));
    }

    [Fact]
    public async Task The_published_page_is_made_of_the_rules_in_force_and_its_digest_can_be_had_again_from_the_log()
    {
        await using var crm = await WithTwoAsync();
        var terms = new PublishReportTerms { From = new LocalDate(2026, 3, 1), To = new LocalDate(2026, 3, 31), SmallestGroup = 2 };
        var report = await crm.Acme.Charter.PublishReportAsync(terms);
        Assert.Equal((2, 0), (report.Lines.Single().Judged, report.Lines.Single().Kept));
        Assert.Equal(report.Digest, (await crm.Acme.Charter.PublishReportAsync(terms)).Digest);
        Assert.Equal(0, (await crm.Acme.Charter.PublishReportAsync(terms with { From = new LocalDate(2026, 3, 3) })).Lines.Single().Judged);
        await Assert.ThrowsAsync<ArgumentException>(async () => await crm.Acme.Charter.PublishReportAsync(terms with { To = new LocalDate(2026, 2, 28) }));

        var paper = await crm.Acme.Charter.WriteDownAsync(CharterWords.English, report);
        Assert.Contains("We answer within 16 working hours.", CharterHtml.Write(paper), StringComparison.Ordinal);
        Assert.Empty(await crm.Acme.Charter.ReviewAsync());
    }

    [Fact]
    public async Task The_page_says_a_fixed_instant_in_the_zone_of_the_rules_calendar()
    {
        var office = TestRules.Everything.Calendars[0];
        await using var crm = new CrmUnderTest(rules: rules => rules.Take(Rules with
        {
            Calendars = [office], Expectations = [Answer with { Calendar = office.Key, Limit = Limit.Until(Instant.FromUtc(2027, 3, 5, 12, 0)), Text = CharterTextsTests.Texts("We call you on {limit}.") }],
        }));

        Assert.Equal("We call you on 2027-03-05 13:00 Europe/Berlin.", (await crm.Acme.Charter.WriteDownAsync(CharterWords.English)).Will.Single().Text);
    }

    private static async Task<CrmUnderTest> WithTwoAsync()
    {
        var crm = new CrmUnderTest(rules: rules => rules.Take(Rules));
        await crm.HappenAsync("a:s", Hour(0), new ApplicationSubmitted { Application = App, Requisition = RequisitionId.From("req-a") }, "a");
        await crm.HappenAsync("b:s", Hour(1), new ApplicationSubmitted { Application = App, Requisition = RequisitionId.From("req-b") }, "b");
        await crm.HappenAsync("a:m", Day(3), new TouchpointRecorded { Kind = TouchKinds.EmailDelivered, Direction = Direction.Outbound, Application = App }, "a");
        return crm;
    }

    private static async Task<string[]> OverdueAsync(CrmUnderTest crm, Instant? asOf = null) => [.. (await crm.Acme.Charter.OverdueAsync(asOf).ToListAsync()).Select(each => each.Candidate.Value)];

    private static Instant Hour(int hour) => Histories.Start + Duration.FromHours(hour);

    private static Instant Day(int day) => Hour(24 * day);
}
