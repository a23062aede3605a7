using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using static CandidateCrm.Tests.Applications.RefusalLine;

namespace CandidateCrm.Tests.Applications;

/// <summary>What goes on for a person who was erased, goes on elsewhere, is not to be contacted or is set aside: the rows of the table of the page.</summary>
public sealed class HeldWorkTests
{
    private static readonly CandidateMerged Merged = new() { Into = CandidateId.From("berta") };
    private static readonly CandidateSnoozed Snoozed = new() { Until = new LocalDate(2026, 4, 20) };
    private static readonly InterviewScheduled Talk = new() { Application = First, Interview = InterviewId.From("int-1"), StartsAt = Day(10) };

    private static CrmRules Promising { get; } = new RefusalLine().Rules with
    {
        Announced = TestRules.Everything.Announced.Add(EntryTypes.NameOf(typeof(PositionClosedFor))).Add(EntryTypes.NameOf(typeof(DraftAbandoned))),
        Expectations = [StandardExpectations.DecideApplication(TestRules.Office, Limit.BusinessDays(2)), StandardExpectations.AnswerWhenClosed(TestRules.Office, Limit.BusinessDays(2))],
    };

    public static TheoryData<string, IFact> Closing => new() { { RefusalCodes.Erased, new CandidateErased() }, { RefusalCodes.Merged, Merged } };

    [Theory]
    [MemberData(nameof(Closing))]
    public void Who_was_erased_or_goes_on_elsewhere_is_promised_reminded_and_answered_nothing(string code, IFact hold)
    {
        foreach (var rules in new[] { Promising, Promising with { Lifecycle = null } })
        {
            var line = new RefusalLine { Rules = rules }.At(0, Applied(First)).At(0.1, Talk).At(0.2, hold).At(1, Applied(Second)).At(2, Closed());
            var after = line.Until(60);

            Assert.DoesNotContain(after.Derived.Where(e => e.OccurredAt > Day(0.2)), e => e.Entry is PromiseOpened or PromiseBroken or PromiseKept or InterviewApproaching or RefusalDue or PublicStatusChanged { To.Value: "closed" });
            Assert.DoesNotContain(after.Effects.Where(e => e.IntendedAt > Day(0.2)), e => e.Intent is OpenTask or Announce { Event: ICandidateNotice });
            Assert.Equal(code, after.Derived.Select(e => e.Entry).OfType<PositionClosedFor>().First().WaitsFor);
            Assert.False(after.Next.Applications!.AnyLive);
            Assert.Equal((RefusalOutcome.Never, code), (line.May(First, 60).Outcome, line.May(First, 60).Code));
            Assert.Null(PublicStatusView.Of(after.Next, First, rules, new PublicStatusTerms { At = Day(60) }));
            Assert.True(after.Next.NextChangeAt is null || after.Next.NextChangeAt > Day(60));
        }
    }

    [Fact]
    public void Erasing_voids_what_was_promised_closes_its_tasks_and_forgets_the_reminders()
    {
        var line = new RefusalLine { Rules = Promising }.At(0, Applied(First)).At(0.1, Talk).At(8, new CandidateErased());
        var after = line.Until(9);

        Assert.Contains(after.Derived, e => e.Entry is PromiseVoided { WasBroken: true } && e.OccurredAt == Day(8));
        Assert.Empty(after.Next.Charter!.Promises);
        Assert.Empty(after.Next.Tasks!.Open);
        Assert.Empty(Assert.Single(after.Next.Applications!.All[0].Interviews).Reminders);
    }

    [Fact]
    public void Who_comes_back_from_elsewhere_finds_the_promises_and_no_reminder_of_what_is_past()
    {
        var line = new RefusalLine { Rules = Promising }.At(0, Applied(First)).At(0.1, Talk).At(0.2, Merged);
        Assert.Equal(PromiseState.Open, Assert.Single(line.Until(30).Next.Charter!.Promises).State);

        line.At(9.95, new CandidateUnmerged());
        var back = line.Until(30).Derived.Where(e => e.OccurredAt > Day(0.2)).ToArray();
        Assert.Equal(Day(9.95), Assert.Single(back, e => e.Entry is PromiseBroken).OccurredAt);
        Assert.DoesNotContain(back, e => e.Entry is InterviewApproaching { Reminder.Value: "day-before" });
    }

    [Fact]
    public void The_tasks_of_who_goes_on_elsewhere_are_done_there()
    {
        var line = new RefusalLine { Rules = Promising }.At(0, Applied(First));

        Assert.NotEmpty(line.Until(8).Next.Tasks!.Open);
        Assert.Empty(line.At(8, Merged).Until(8).Next.Tasks!.Open);
    }

    [Fact]
    public void Who_is_not_to_be_contacted_hears_nothing_while_the_tasks_of_people_stay()
    {
        var line = new RefusalLine { Rules = Promising }.At(0, Applied(First)).At(0.1, Talk).At(0.2, new ContactBarred()).At(0.3, Applied(Second, "req-2")).At(11, Rejected(First), Ada).At(12, Rejected(Second), Ada);
        var after = line.Until(20);

        Assert.Contains(after.Derived, e => e.Entry is InterviewApproaching);
        Assert.DoesNotContain(after.Effects, e => e.Intent is Announce { Event: ICandidateNotice });
        Assert.Contains(after.Effects, e => e.Intent is OpenTask);
        Assert.Empty(line.Asks(20));
        Assert.Equal((RefusalOutcome.Wait, RefusalCodes.ContactBarred), (line.May(First, 20).Outcome, line.May(First, 20).Code));

        line.At(25, new ContactBarLifted());
        Assert.Equal([(25, "app-1 app-2")], line.Asks(26));
    }

    [Fact]
    public void The_answer_to_a_closing_waits_for_the_end_of_a_ban_with_its_promise()
    {
        var line = new RefusalLine { Rules = Promising }.At(0, Applied(First)).At(1, new ContactBarred()).At(2, Closed());
        Assert.Equal(RefusalCodes.ContactBarred, Assert.Single(line.Events<PositionClosedFor>(10)).WaitsFor);
        Assert.Empty(line.Promises(10));

        Assert.Equal(["opened answer#1:app-1"], line.At(11, new ContactBarLifted()).Promises(12));
    }

    [Fact]
    public void Who_is_set_aside_is_reminded_and_answered_and_reached_out_to_when_they_are_back()
    {
        var drafts = Promising with { Pipelines = [.. Promising.Pipelines.Select(pipeline => pipeline with { AbandonsDraftsAfter = Duration.FromDays(3) })] };
        var line = new RefusalLine { Rules = drafts }.At(0, Applied(First)).At(0.1, Talk).At(0.2, Snoozed).At(0.3, new ApplicationDrafted { Application = Second }).At(12, Rejected(First), Ada);
        var after = line.Until(80);

        Assert.Contains(after.Effects, e => e.Intent is Announce { Event: InterviewApproaching });
        Assert.Equal([(12, "app-1")], line.Asks(80));
        Assert.Contains(after.Derived, e => e.Entry is PromiseBroken);
        var back = new LocalDate(2026, 4, 20).AtStartOfDayInZone(drafts.Zone).ToInstant();
        Assert.Equal(back, Assert.Single(after.Derived, e => e.Entry is DraftAbandoned).OccurredAt);
        Assert.Equal(Day(30), Assert.Single(line.At(30, new SnoozeEnded()).Until(80).Derived, e => e.Entry is DraftAbandoned).OccurredAt);
    }
}
