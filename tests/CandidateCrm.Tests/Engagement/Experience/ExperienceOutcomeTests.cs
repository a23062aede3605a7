using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Engagement;
using CandidateCrm.Charter;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Engagement;

/// <summary>Which outcomes are moments: each that the candidate lived through, once.</summary>
public sealed class ExperienceOutcomeTests
{
    private static readonly CandidateId Anna = Histories.Anna.Candidate;
    private static readonly JobApplicationId First = JobApplicationId.From("app-1");
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 8, 0);

    [Fact]
    public async Task An_outcome_that_is_told_again_after_another_one_is_no_second_moment() =>
        Assert.Equal(
            ["outcome.offer_made", "outcome.rejected", "outcome.hired"],
            await KindsAsync(Submitted, Offered, Rejected, new CandidateHired { Application = First }, Rejected, new CandidateHired { Application = First }, Offered));

    [Fact]
    public async Task An_offer_that_is_named_is_made_and_withdrawn_once_and_another_one_again()
    {
        var one = new OfferMade { Application = First, Offer = OfferId.From("o-1") };
        var withdrawn = new OfferWithdrawn { Application = First, Offer = OfferId.From("o-1") };

        Assert.Equal(["outcome.offer_made", "outcome.offer_withdrawn"], await KindsAsync(Submitted, one, withdrawn, one, withdrawn));
        Assert.Equal(["outcome.offer_made", "outcome.offer_withdrawn", "outcome.offer_made"], await KindsAsync(Submitted, one, withdrawn, one with { Offer = OfferId.From("o-2") }));
    }

    [Fact]
    public async Task Offers_without_a_name_are_told_again_where_nothing_came_between() =>
        Assert.Equal(
            ["outcome.offer_made", "outcome.offer_withdrawn", "outcome.offer_made"],
            await KindsAsync(Submitted, Offered, Offered, new OfferWithdrawn { Application = First }, Offered));

    [Fact]
    public async Task An_application_that_was_reopened_can_end_once_more() =>
        Assert.Equal(
            ["outcome.rejected", "outcome.rejected"],
            await KindsAsync(Submitted, Rejected, new ApplicationReopened { Application = First }, Rejected, Rejected));

    [Fact]
    public async Task A_reopening_of_what_had_not_ended_makes_nothing_that_is_told_again_a_moment() =>
        Assert.Equal(["outcome.offer_made"], await KindsAsync(Submitted, Offered, new ApplicationReopened { Application = First }, Offered));

    [Fact]
    public async Task Who_never_submitted_was_not_turned_away_and_of_whom_nobody_told_the_beginning_was()
    {
        Assert.Empty(await KindsAsync(new ApplicationDrafted { Application = First }, Rejected));
        Assert.Empty(await KindsAsync(new ProspectAdded { Application = First }, Rejected));
        Assert.Equal(["outcome.rejected"], await KindsAsync(Rejected));
    }

    [Theory]
    [InlineData(0, 0, MomentKindOf.Broken)] // at the opening
    [InlineData(0, -1, MomentKindOf.Silent)]
    [InlineData(1, 0, MomentKindOf.Broken)] // at the due time
    [InlineData(1, 1, MomentKindOf.Silent)]
    public async Task A_deadline_is_silent_where_nobody_was_in_touch_from_its_opening_to_its_due_time_with_both(int edge, int microseconds, MomentKindOf expected)
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Calendar(TestRules.Everything.Calendars[0])
            .Expect(StandardExpectations.DecideApplication(TestRules.Office, Limit.BusinessDays(3))));
        var due = Instant.FromUtc(2026, 3, 5, 17, 0);
        var call = (edge == 0 ? Monday : due).PlusTicks(10 * microseconds);
        foreach (var (id, at, fact) in new (string, Instant, IFact)[] { ("s", Monday, Submitted), ("c", call, Called) }.OrderBy(each => each.Item2))
        {
            await crm.HappenAsync(id, at, fact);
        }

        var moment = Assert.Single((await crm.Acme.Experience.SummarizeAsync(Anna, due + Duration.FromDays(1)))!.Moments);
        Assert.Equal((expected == MomentKindOf.Silent ? MomentKinds.SilentDeadline : MomentKinds.PromiseBroken, due), (moment.Kind, moment.At));
    }

    [Fact]
    public async Task A_moment_that_is_told_of_an_application_of_which_nothing_is_known_is_refused()
    {
        await using var crm = new CrmUnderTest(rules: _ => { });
        await crm.HappenAsync("s", Monday, Submitted);
        ExperienceMoment sorry = new() { Id = EventId.From("a-call"), At = Monday, Valence = 50, Application = JobApplicationId.From("app-11") };

        var error = await Assert.ThrowsAsync<ArgumentException>(async () => await crm.Acme.Experience.SummarizeAsync(Anna, told: [sorry]));
        Assert.Equal("told", error.ParamName);
        Assert.Contains("app-11", error.Message, StringComparison.Ordinal);
        Assert.Equal(50m, (await crm.Acme.Experience.SummarizeAsync(Anna, told: [sorry with { Application = First }]))!.Applications.Single().Summary.Score);
        Assert.Equal(50m, (await crm.Acme.Experience.SummarizeAsync(Anna, told: [sorry with { Application = default }]))!.Relationship.Score);
    }

    public enum MomentKindOf
    {
        Broken,
        Silent,
    }

    private static ApplicationSubmitted Submitted { get; } = new() { Application = First, Requisition = RequisitionId.From("req-1") };

    private static ApplicationEnded Rejected { get; } = new() { Application = First, Disposition = Disposition.Rejected };

    private static OfferMade Offered { get; } = new() { Application = First };

    private static TouchpointRecorded Called { get; } = new() { Kind = TouchKinds.CallHeld, Direction = Direction.None, Application = First };

    private static async Task<IEnumerable<string>> KindsAsync(params IFact[] facts)
    {
        await using var crm = new CrmUnderTest(rules: _ => { });
        for (var hour = 0; hour < facts.Length; hour++)
        {
            await crm.HappenAsync($"f-{hour}", Monday + Duration.FromHours(hour), facts[hour]);
        }

        return (await crm.Acme.Experience.SummarizeAsync(Anna))!.Moments.Select(moment => moment.Kind.Value);
    }
}
