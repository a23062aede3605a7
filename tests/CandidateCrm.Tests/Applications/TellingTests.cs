using CandidateCrm.Applications;
using CandidateCrm.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using static CandidateCrm.Tests.Applications.RefusalLine;

namespace CandidateCrm.Tests.Applications;

/// <summary>What counts as having told a candidate of a refusal, and what becomes of one that nobody ever tells.</summary>
public sealed class TellingTests
{
    public static TheoryData<string, TouchpointRecorded, RefusalPolicy, bool> Words => new()
    {
        { "a person writes", Mail(First), RefusalPolicy.Default, true },
        { "a person calls", new TouchpointRecorded { Kind = TouchKinds.CallHeld, Direction = Direction.None, Application = First }, RefusalPolicy.Default, true },
        { "an automatic message that says so", Mail(First, TouchAnswer.Ending, automated: true), RefusalPolicy.Default, true },
        { "an acknowledgement", Mail(First, automated: true), RefusalPolicy.Default, false },
        { "a person writes about something else", Mail(First, TouchAnswer.Other), RefusalPolicy.Default, false },
        { "an automatic message where only people tell", Mail(First, TouchAnswer.Ending, automated: true), new RefusalPolicy { AutomationTells = false }, false },
        { "a person's answer where only people tell", Mail(First, TouchAnswer.Ending), new RefusalPolicy { AutomationTells = false }, true },
        { "a person writes where only marks tell", Mail(First), new RefusalPolicy { OnlyMarkedTells = true }, false },
        { "a marked one where only marks tell", Mail(First, TouchAnswer.Ending, automated: true), new RefusalPolicy { OnlyMarkedTells = true }, true },
        { "the candidate writes", Mail(First, TouchAnswer.Ending) with { Direction = Direction.Inbound, Kind = TouchKinds.EmailReplied }, RefusalPolicy.Default, false },
        { "about another application", Mail(Second, TouchAnswer.Ending), RefusalPolicy.Default, false },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public void What_counts_as_told(string what, TouchpointRecorded touch, RefusalPolicy policy, bool isTold)
    {
        var line = With(policy).At(0, Applied(First)).At(1, Rejected(First), Ada).At(2, touch);

        Assert.Equal(isTold ? RefusalCodes.ToldAlready : RefusalCodes.Due, line.May(First, 2).Code);
        Assert.Equal(isTold ? "not-selected" : "received", line.Until(3).Next.Applications!.Find(First)!.Public!.Step.Value);
        Assert.NotEmpty(what);
    }

    [Fact]
    public void The_place_on_the_line_decides_and_not_the_instant_alone()
    {
        var told = new RefusalLine().At(0, Applied(First)).At(1, Rejected(First), Ada).At(1, Mail(First, TouchAnswer.Ending)).At(1, new ApplicationReopened { Application = First });
        Assert.Equal(RefusalCodes.NotEnded, told.May(First, 1).Code);
        told.At(1, Rejected(First), Ada);

        Assert.Equal(RefusalCodes.ToldRecently, told.May(First, 2).Code);
        Assert.Equal(RefusalCodes.Due, told.May(First, 16).Code);
        Assert.Equal(RefusalCodes.Due, new RefusalLine().At(0, Applied(First)).At(1, Mail(First, TouchAnswer.Ending)).At(1, Rejected(First), Ada).May(First, 2).Code);
        var stored = RelationshipJson.Read(System.Text.Encoding.UTF8.GetBytes(RelationshipJson.Write(told.Until(1.5).Next)));
        Assert.Equal(EndingNews.Untold, stored.Applications!.All[0].Ending!.News);
    }

    [Fact]
    public void A_refusal_that_nobody_told_for_a_year_is_stale_and_a_finding_and_asked_for_no_more()
    {
        var line = new RefusalLine().At(0, Applied(First)).At(1, Rejected(First), Ada);

        Assert.Equal(RefusalCodes.Due, line.May(First, 365.9).Code);
        Assert.Equal((RefusalOutcome.Never, RefusalCodes.Stale), (line.May(First, 366).Outcome, line.May(First, 366).Code));
        Assert.DoesNotContain("refusal.stale app-1", line.Findings(365.9));
        Assert.Contains("refusal.stale app-1", line.Findings(366));
        Assert.Empty(new RefusalLine().At(0, Applied(First)).At(1, Rejected(First), Ada).At(2, Mail(First)).Findings(900));

        line.At(500, Mail(First, TouchAnswer.Ending));
        Assert.Equal(RefusalCodes.ToldAlready, line.May(First, 501).Code);
    }

    [Fact]
    public void One_that_waited_for_another_process_longer_than_that_is_never_asked_for()
    {
        var line = With(new RefusalPolicy { StaleAfterDays = 30 }).At(0, Applied(First)).At(0.5, Applied(Second, "req-2")).At(1, Rejected(First), Ada).At(40, Rejected(Second), Ada);

        Assert.Equal([(40, "app-2")], line.Asks(60));
        Assert.Equal(["refusal.stale app-1"], line.Findings(60));
        Assert.Equal([Second], line.May(Second, 41).Covers.AsEnumerable());
    }

    [Fact]
    public async Task It_stands_in_the_list_of_the_stuck_and_in_no_list_of_the_live()
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Take(new RefusalLine().Rules).Refusals(new RefusalPolicy { StaleAfterDays = 20 }));
        await crm.HappenAsync("s", Day(0), Applied(First));
        await crm.HappenAsync("r", Day(1), Rejected(First), by: Ada);
        Assert.Empty(await crm.Acme.Findings.ListStuckAsync(Duration.Zero));
        crm.Clock.Now = Day(21);
        await crm.Runner.RunDueWorkAsync();

        var stuck = Assert.Single(await crm.Acme.Findings.ListStuckAsync(Duration.FromDays(20)));
        Assert.Equal((First, true, Day(1)), (stuck.Application, stuck.IsUntold, stuck.StageSince));
        Assert.Empty(await crm.Acme.Requisitions.ListLiveAsync(RequisitionId.From("req-1")));
        Assert.Equal(FindingCodes.RefusalStale, Assert.Single(await crm.Acme.Findings.ListAsync()).Code);

        crm.Clock.Now = Day(22);
        await crm.HappenAsync("m", Day(22), Mail(First));
        Assert.Empty(await crm.Acme.Findings.ListStuckAsync(Duration.Zero));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3_651)]
    public void The_age_has_bounds(int days) => Assert.Throws<ArgumentOutOfRangeException>(() => new RefusalPolicy { StaleAfterDays = days });

    private static RefusalLine With(RefusalPolicy policy) => new() { Rules = new RefusalLine().Rules with { Refusals = policy } };
}
