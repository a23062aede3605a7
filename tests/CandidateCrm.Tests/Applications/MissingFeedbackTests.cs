using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Applications;

/// <summary>Who owes feedback, over all candidates.</summary>
public sealed class MissingFeedbackTests
{
    private static readonly JobApplicationId App = JobApplicationId.From("app-1");
    private static readonly InterviewId Talk = InterviewId.From("int-1");
    private static readonly PersonId Ada = PersonId.From("ada");
    private static readonly PersonId Bob = PersonId.From("bob");
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 9, 0);

    [Fact]
    public async Task What_is_owed_longest_comes_first_and_what_was_given_is_gone()
    {
        await using var crm = await HeldAsync();
        crm.Clock.Now = Monday + Duration.FromHours(30);

        var all = await crm.Acme.Interviews.MissingFeedbackAsync();
        Assert.Equal(["ben ada 30", "anna ada 29", "anna bob 29"], all.Select(Said));
        Assert.Equal((App, Talk, "2", Monday + Duration.FromHours(1)), (all[1].Feedback.Application, all[1].Feedback.Interview, all[1].Feedback.Round.Value, all[1].Feedback.Since));

        await crm.HappenAsync("given", Monday + Duration.FromHours(31), new FeedbackGiven { Application = App, Interview = Talk, By = Ada });
        Assert.Equal(["ben ada 31", "anna bob 30"], (await crm.Acme.Interviews.MissingFeedbackAsync()).Select(Said));

        await crm.HappenAsync("ended", Monday + Duration.FromHours(32), new ApplicationEnded { Application = App, Disposition = Disposition.Rejected, Reason = ReasonCode.From("skills") });
        Assert.Equal(["ben ada 32"], (await crm.Acme.Interviews.MissingFeedbackAsync()).Select(Said));
        Assert.Empty(await crm.Crm.For(TenantId.From("globex")).Interviews.MissingFeedbackAsync());
    }

    [Fact]
    public async Task Pages_follow_one_another_also_where_the_last_row_is_owed_no_more()
    {
        await using var crm = await HeldAsync();
        crm.Clock.Now = Monday + Duration.FromHours(30);
        var first = await crm.Acme.Interviews.MissingFeedbackAsync(max: 2);
        Assert.Equal(["ben ada 30", "anna ada 29"], first.Select(Said));

        await crm.HappenAsync("given", Monday + Duration.FromHours(31), new FeedbackGiven { Application = App, Interview = Talk, By = Ada });
        Assert.Equal(["anna bob 30"], (await crm.Acme.Interviews.MissingFeedbackAsync(first[^1], max: 2)).Select(Said));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await crm.Acme.Interviews.MissingFeedbackAsync(max: 0));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await crm.Acme.Interviews.MissingFeedbackAsync(max: 1_001));
    }

    [Fact]
    public async Task A_row_holds_ids_and_goes_with_the_state_that_it_came_from()
    {
        await using var crm = await HeldAsync();
        var rows = await crm.Index.QueryAsync(new IndexQuery { Tenant = Histories.Anna.Tenant, Index = IndexNames.MissingFeedback }, default);

        Assert.Equal(["app-2\tint-1\tada", "app-1\tint-1\tada", "app-1\tint-1\tbob"], rows.Select(row => row.Item));
        Assert.Equal([Monday, Monday + Duration.FromHours(1), Monday + Duration.FromHours(1)], rows.Select(row => Microseconds.ToInstant(row.Sort)));

        await crm.Acme.RecordAsync(CrmUnderTest.Fact("wrong", crm.Clock.Now, new FactsRetracted { Events = [EventId.From("anna:held")], Reason = ReasonCode.From("mistake") }));
        Assert.Equal(["app-2\tint-1\tada"], (await crm.Index.QueryAsync(new IndexQuery { Tenant = Histories.Anna.Tenant, Index = IndexNames.MissingFeedback }, default)).Select(row => row.Item));
    }

    [Fact]
    public async Task Feedback_keeps_the_promise_that_an_interview_opens_and_an_interview_told_again_opens_none()
    {
        var feedback = new OnceExpectation
        {
            Key = ExpectationKey.From("feedback-after-interview"),
            StartedBy = FactPattern.Of<InterviewHeld>(),
            KeptBy = FactPattern.Of<FeedbackGiven>(),
            Limit = Limit.BusinessDays(2),
            Calendar = TestRules.Office,
        };
        await using var crm = new CrmUnderTest(rules: rules => rules.Take(TestRules.Everything with { Expectations = [feedback], Scores = [] }));
        await crm.HappenAsync("submitted", Monday, new ApplicationSubmitted { Application = App, Requisition = RequisitionId.From("req-1") });
        await crm.HappenAsync("held", Monday, new InterviewHeld { Application = App, Interview = Talk, Interviewers = [Ada] });
        var again = await crm.HappenAsync("held-again", Monday + Duration.FromHours(1), new InterviewHeld { Application = App, Interview = Talk });
        Assert.DoesNotContain(again.Derived, e => e.Entry is PromiseOpened);
        Assert.Single((await crm.AnnaAsync()).Charter!.Promises);

        var given = await crm.HappenAsync("given", Monday + Duration.FromHours(4), new FeedbackGiven { Application = App, Interview = Talk, By = Ada });
        Assert.Single(given.Derived, e => e.Entry is PromiseKept);
        Assert.Empty(given.Relationship!.Charter!.Promises);
    }

    [Fact]
    public void Rules_name_the_new_facts_in_files()
    {
        var written = DefinitionJson.Write(Definition.Of(new OnceExpectation
        {
            Key = ExpectationKey.From("answer-offer"),
            StartedBy = FactPattern.Of<OfferMade>().Or<InterviewScheduled>().Or<InterviewSlotsOffered>(),
            KeptBy = FactPattern.Of<OfferAccepted>().Or<OfferDeclined>().Or<OfferExpired>().Or<FeedbackGiven>(),
            Limit = Limit.BusinessDays(3),
            Calendar = TestRules.Office,
        }));

        Assert.Empty(DefinitionJson.Read(written).Faults);
    }

    /// <summary>Ben's interview was held on Monday morning by Ada, Anna's an hour later by both; they were told the other way round.</summary>
    private static async Task<CrmUnderTest> HeldAsync()
    {
        var crm = new CrmUnderTest(rules: rules => rules.Take(TestRules.Everything with { Expectations = [], Scores = [] }));
        var held = new InterviewHeld { Application = App, Interview = Talk, Round = InterviewRound.From("2"), Interviewers = [Ada, Bob] };
        await crm.HappenAsync("anna:held", Monday + Duration.FromHours(1), held);
        await crm.HappenAsync("ben:held", Monday, held with { Application = JobApplicationId.From("app-2"), Interviewers = [Ada] }, "ben");
        return crm;
    }

    private static string Said(ListedFeedback row) => $"{row.Candidate} {row.Feedback.From} {row.Age.TotalHours}";
}
