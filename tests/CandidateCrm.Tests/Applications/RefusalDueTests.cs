using CandidateCrm.Applications;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using static CandidateCrm.Tests.Applications.RefusalLine;

namespace CandidateCrm.Tests.Applications;

/// <summary>When the one message about refusals is asked for, what it covers, and what is promised of it.</summary>
public sealed class RefusalDueTests
{
    [Fact]
    public void A_closing_asks_for_one_message_about_all_that_it_ended_and_promises_each_its_answer()
    {
        var line = new RefusalLine().At(0, Applied(First)).At(1, Applied(Second)).At(2, Closed());

        Assert.Equal([(2, "app-1 app-2")], line.Asks(3));
        Assert.Equal(["opened answer#1:app-1", "opened answer#1:app-2"], line.Promises(3));
        Assert.All(line.Events<PositionClosedFor>(3), closed => Assert.Null(closed.WaitsFor));
    }

    [Fact]
    public void Who_is_in_another_process_gets_no_answer_to_a_closing_until_that_has_ended()
    {
        var line = new RefusalLine().At(0, Applied(First)).At(1, Applied(Second, "req-2")).At(2, Closed());
        Assert.Empty(line.Asks(5));
        Assert.Empty(line.Promises(5));
        Assert.Equal(RefusalCodes.ApplicationLive, Assert.Single(line.Events<PositionClosedFor>(5)).WaitsFor);

        line.At(9, Withdrew(Second));
        Assert.Equal([(9, "app-1")], line.Asks(10));
        Assert.Equal(["opened answer#1:app-1"], line.Promises(10));
    }

    [Fact]
    public void Who_has_an_offer_elsewhere_gets_no_answer_to_a_closing_until_that_is_settled()
    {
        var line = new RefusalLine().At(0, Applied(First)).At(1, Applied(Second, "req-2")).At(2, new OfferMade { Application = Second }).At(3, Closed());
        Assert.Equal((0, RefusalCodes.OfferStands), (line.Asks(5).Length, line.Events<PositionClosedFor>(5)[0].WaitsFor));

        line.At(6, new CandidateHired { Application = Second });
        Assert.Empty(line.Asks(400));
        Assert.Empty(line.Promises(400));
        Assert.Equal(RefusalCodes.Hired, line.May(First, 20).Code);
    }

    [Fact]
    public void One_message_keeps_the_promises_about_all_that_it_covers()
    {
        var line = new RefusalLine().At(0, Applied(First)).At(1, Applied(Second)).At(2, Closed()).At(2.5, Mail(Second, TouchAnswer.Ending, automated: true));

        Assert.Equal(["kept answer#1:app-1", "kept answer#1:app-2"], line.Promises(30).Skip(2).Order(StringComparer.Ordinal));
        Assert.Equal([RefusalCodes.ToldAlready, RefusalCodes.ToldAlready], new[] { line.May(First, 3).Code, line.May(Second, 3).Code });
    }

    public static TheoryData<string, IFact> DropsOut => new()
    {
        { "removed", new ApplicationRemoved { Application = Second } },
        { "withdrawn", Withdrew(Second) },
        { "the same twice", new ApplicationEnded { Application = Second, Disposition = Disposition.Duplicate } },
    };

    [Theory]
    [MemberData(nameof(DropsOut), DisableDiscoveryEnumeration = true)]
    public void Where_the_one_drops_out_that_carried_the_message_the_others_get_another(string how, IFact fact)
    {
        var line = new RefusalLine().At(0, Applied(First)).At(1, Applied(Second)).At(2, Closed()).At(2.2, fact);
        var asks = line.Asks(30);

        Assert.True(asks.Length == 2, how);
        Assert.Equal((2, "app-1 app-2"), asks[0]);
        Assert.Equal("app-1", asks[1].Covers);
        Assert.Equal(RefusalOutcome.Tell, line.May(First, 30).Outcome);
    }

    [Fact]
    public void Who_was_told_is_not_told_again_because_it_ended_in_another_way()
    {
        var line = new RefusalLine().At(0, Applied(First)).At(1, Rejected(First), Ada).At(2, Mail(First, TouchAnswer.Ending)).At(3, Withdrew(First)).At(4, Rejected(First), Ada);

        Assert.Single(line.Asks(60));
        Assert.Equal(RefusalCodes.ToldAlready, line.May(First, 60).Code);
    }

    [Fact]
    public void A_message_that_says_it_is_about_something_else_covers_nothing()
    {
        var line = new RefusalLine().At(0, Applied(First)).At(1, Applied(Second)).At(2, Closed()).At(2.5, Mail(Second, TouchAnswer.Other));

        Assert.Equal(RefusalOutcome.Tell, line.May(Second, 3).Outcome);
        Assert.DoesNotContain("kept answer#1:app-1", line.Promises(3));
    }

    [Fact]
    public void Within_the_window_after_one_refusal_the_next_waits_for_its_alarm()
    {
        var line = new RefusalLine().At(0, Applied(First)).At(1, Applied(Second, "req-2")).At(2, Withdrew(Second))
            .At(3, Rejected(First), Ada).At(4, Mail(First)).At(5, new ApplicationReopened { Application = First }).At(6, Closed());

        Assert.Equal([(3, "app-1")], line.Asks(17.9));
        Assert.Equal([(3, "app-1"), (18, "app-1")], line.Asks(18));
        Assert.Equal((RefusalCodes.ToldRecently, "opened answer#1:app-1"), (Assert.Single(line.Events<PositionClosedFor>(18)).WaitsFor, Assert.Single(line.Promises(18))));
    }

    [Fact]
    public void A_message_that_was_asked_for_and_not_told_holds_back_the_next_one_for_the_window()
    {
        var line = new RefusalLine().At(0, Applied(First)).At(1, Closed()).At(2, Applied(Second)).At(3, Closed());

        Assert.Equal([(1, "app-1"), (15, "app-1 app-2")], line.Asks(40));
        Assert.Equal([null, RefusalCodes.AskedRecently], line.Events<PositionClosedFor>(4).Select(closed => closed.WaitsFor));
    }

    [Fact]
    public void What_comes_in_the_way_of_a_message_takes_its_promise_back_and_it_is_asked_for_again_afterwards()
    {
        var line = new RefusalLine().At(0, Applied(First)).At(1, Closed()).At(2, Applied(Second, "req-2")).At(30, Withdrew(Second));

        Assert.Equal([(1, "app-1"), (30, "app-1")], line.Asks(31));
        Assert.Equal(["opened answer#1:app-1", "void answer#1:app-1", "opened answer#2:app-1"], line.Promises(31));
        Assert.Equal([1, 2], line.Events<RefusalDue>(31).Select(due => due.Ordinal));
    }

    [Fact]
    public void A_rejection_is_asked_for_too_with_what_tells_which_answer_fits()
    {
        var line = new RefusalLine().At(0, Applied(First)).At(1, new StageEntered { Application = First, Stage = StageKey.From("interview"), Category = StageCategory.Interview }).At(2, Rejected(First), Ada);
        var due = Assert.Single(line.Events<RefusalDue>(3));

        Assert.Equal((Disposition.Rejected, StageKey.From("interview"), RequisitionId.From("req-1"), 1), (due.Disposition, due.Stage, due.Requisition, due.Ordinal));
    }

    [Fact]
    public async Task It_is_announced_once_and_a_host_that_asks_hears_the_same()
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Take(TestRules.Everything));
        var heard = new List<string>();
        crm.OnAnnounced = announced => heard.Add(announced.Key.ToString());
        await crm.HappenAsync("s1", Day(0), Applied(First));
        await crm.HappenAsync("s2", Day(0.1), Applied(Second, "req-2"));
        await crm.HappenAsync("c", Day(1), Closed());
        await crm.Runner.DrainOutboxAsync();
        Assert.DoesNotContain(heard, key => key.Contains("refusal", StringComparison.Ordinal));

        await crm.HappenAsync("w", Day(2), Withdrew(Second));
        await crm.Runner.DrainOutboxAsync();
        Assert.Single(heard, "announce.refusal_due:applications#1:app-1");
        Assert.Equal([First], (await crm.Acme.PublicStatus.MayRefuseAsync(Histories.Anna.Candidate, First, Day(2))).Covers.AsEnumerable());
    }

    [Fact]
    public void Rules_with_a_shorter_window_ask_at_once()
    {
        var line = new RefusalLine().At(0, Applied(First)).At(1, Rejected(First), Ada).At(2, Mail(First)).At(3, new ApplicationReopened { Application = First }).At(4, Rejected(First), Ada);
        var always = line.Log.Entries[0];
        var shorter = new Activation { Position = 9, EffectiveFrom = Day(6), Rules = line.Rules with { Refusals = new RefusalPolicy { WindowDays = 1 } }, Modes = always.Modes };
        var log = ActivationLog.Of([always, shorter]);
        var asks = new RelationshipEngine().Replay(Histories.Anna, line.Told, log, Day(7)).Derived.Where(e => e.Entry is RefusalDue).Select(e => e.OccurredAt);

        Assert.Equal([Day(1), Day(6)], asks);
    }
}
