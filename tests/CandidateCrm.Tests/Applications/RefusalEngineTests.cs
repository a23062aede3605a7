using CandidateCrm.Applications;
using CandidateCrm.Fixtures;
using CandidateCrm.Tests.Json;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Applications;

public sealed class RefusalEngineTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 12, 0);
    private static readonly RefusalPolicy Fortnight = RefusalPolicy.Default;

    [Fact]
    public void A_single_refusal_is_told() =>
        Says(RefusalOutcome.Tell, RefusalCodes.Due, "a", [Ended("a", Disposition.Rejected, 1)], "a");

    [Fact]
    public void None_while_an_offer_stands_for_another_application()
    {
        IsStoppedBy("b", RefusalOutcome.Wait, RefusalCodes.OfferStands, "a", [Ended("a", Disposition.Rejected, 1), WithOffer("b", OfferStatus.Made)]);
        IsStoppedBy("b", RefusalOutcome.Wait, RefusalCodes.OfferStands, "a", [Ended("a", Disposition.Rejected, 1), WithOffer("b", OfferStatus.Accepted)]);
        IsStoppedBy("b", RefusalOutcome.Wait, RefusalCodes.OfferStands, "a", [Live("c"), Ended("a", Disposition.Rejected, 1), WithOffer("b", OfferStatus.Made)]);
    }

    [Fact]
    public void A_hire_goes_before_an_offer_in_any_order_and_thousands_of_applications_are_looked_at_once()
    {
        ApplicationState[] all = [Ended("a", Disposition.Rejected, 1), WithOffer("b", OfferStatus.Made), Ended("c", Disposition.Hired, 2)];
        IsStoppedBy("c", RefusalOutcome.Never, RefusalCodes.Hired, "a", all);
        IsStoppedBy("c", RefusalOutcome.Never, RefusalCodes.Hired, "a", [.. all.Reverse()]);
        ApplicationState[] many = [.. Enumerable.Range(0, 20_000).Select(i => Ended($"m-{i}", Disposition.Rejected, 1))];
        Assert.Equal(20_000, Decide(many, "m-19999", Start + Duration.FromDays(2)).Covers.Length);
    }

    [Fact]
    public void None_while_another_application_is_live()
    {
        IsStoppedBy("b", RefusalOutcome.Wait, RefusalCodes.ApplicationLive, "a", [Ended("a", Disposition.Rejected, 1), Live("b")]);
        IsStoppedBy("b", RefusalOutcome.Wait, RefusalCodes.ApplicationLive, "a", [Ended("a", Disposition.Rejected, 1), WithOffer("b", OfferStatus.Declined)]);
        Says(RefusalOutcome.Tell, RefusalCodes.Due, "a", [Ended("a", Disposition.Rejected, 1), Live("b") with { Status = ApplicationStatus.Draft }], "a");
    }

    [Fact]
    public void One_message_covers_all_refusals_that_were_not_told()
    {
        ApplicationState[] both = [Ended("a", Disposition.Rejected, 1), Ended("b", Disposition.PositionClosed, 2), Ended("c", Disposition.Withdrew, 3)];

        Says(RefusalOutcome.Tell, RefusalCodes.Due, "b", both, "a", "b");
        IsStoppedBy("b", RefusalOutcome.Never, RefusalCodes.Covered, "a", both);
    }

    [Fact]
    public void One_refusal_within_the_window()
    {
        ApplicationState[] told = [Ended("a", Disposition.Rejected, 1, told: 2), Ended("b", Disposition.Rejected, 3)];
        var until = Start + Duration.FromDays(16);

        Assert.Equal((RefusalOutcome.Wait, RefusalCodes.ToldRecently, until), Key(Decide(told, "b", until - Duration.Epsilon)));
        Assert.Equal(RefusalOutcome.Tell, Decide(told, "b", until).Outcome);
        Assert.Equal(RefusalOutcome.Tell, RefusalEngine.Decide(Slice(told), Id("b"), Start + Duration.FromDays(3), new RefusalPolicy { WindowDays = 0 }).Outcome);
    }

    [Fact]
    public void What_was_told_is_not_told_again() =>
        Says(RefusalOutcome.Never, RefusalCodes.ToldAlready, "a", [Ended("a", Disposition.Rejected, 1, told: 2)]);

    [Theory]
    [InlineData(Disposition.Withdrew)]
    [InlineData(Disposition.SelfDeselected)]
    [InlineData(Disposition.Duplicate)]
    [InlineData(Disposition.Hired)]
    public void What_was_not_our_refusal_needs_none(Disposition disposition) =>
        Says(RefusalOutcome.Never, RefusalCodes.NotOurs, "a", [Ended("a", disposition, 1)]);

    [Fact]
    public void Who_was_hired_meanwhile_is_not_refused_and_who_was_hired_before_is()
    {
        IsStoppedBy("b", RefusalOutcome.Never, RefusalCodes.Hired, "a", [Ended("a", Disposition.Rejected, 4), Ended("b", Disposition.Hired, 3)]);
        Says(RefusalOutcome.Tell, RefusalCodes.Due, "a", [Ended("a", Disposition.Rejected, 4) with { SubmittedAt = Day(2) }, Ended("b", Disposition.Hired, 1)], "a");
    }

    [Fact]
    public void What_has_not_ended_waits_and_what_is_not_there_is_never_told()
    {
        Says(RefusalOutcome.Wait, RefusalCodes.NotEnded, "a", [Live("a")]);
        Says(RefusalOutcome.Never, RefusalCodes.Unknown, "z", [Live("a")]);
        Assert.Equal(RefusalCodes.Unknown, RefusalEngine.Decide(applications: null, Id("a"), Start, Fortnight).Code);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(366)]
    public void A_window_has_bounds(int days) => Assert.Throws<ArgumentOutOfRangeException>(() => new RefusalPolicy { WindowDays = days });

    [Fact]
    public void At_most_one_application_carries_a_message_and_it_covers_what_the_others_say_is_covered() =>
        Prop.ForAll(Dice.Seeds, seed =>
        {
            var all = Any(new Dice(seed));
            var answers = all.Select(each => Decide(all, each.Application.Value, Day(40))).ToArray();
            var told = answers.Where(answer => answer.Outcome == RefusalOutcome.Tell).ToArray();
            var blocked = all.Any(each => each.IsLive);
            return told.Length <= 1
                && (told.Length == 0 || !blocked)
                && told.SelectMany(answer => answer.Covers).ToHashSet().SetEquals(all.Where((each, i) => answers[i].Outcome == RefusalOutcome.Tell || answers[i].Code == RefusalCodes.Covered).Select(each => each.Application))
                && answers.All(answer => answer.Sentence.EndsWith('.'));
        }).Check(Tries.Of());

    private static ApplicationState[] Any(Dice dice) =>
        [.. Enumerable.Range(0, 1 + dice.Below(5)).Select(i => dice.Below(4) switch
        {
            0 => Live($"a{i}"),
            1 => WithOffer($"a{i}", dice.Word<OfferStatus>()),
            _ => Ended($"a{i}", dice.Word<Disposition>(), 1 + dice.Below(30), dice.Coin ? 31 : null),
        })];

    private static void Says(RefusalOutcome outcome, string code, string application, ApplicationState[] all, params string[] covers) =>
        Check(outcome, code, application, all, default, covers);

    private static void IsStoppedBy(string by, RefusalOutcome outcome, string code, string application, ApplicationState[] all) =>
        Check(outcome, code, application, all, Id(by), []);

    private static void Check(RefusalOutcome outcome, string code, string application, ApplicationState[] all, JobApplicationId by, string[] covers)
    {
        var answer = Decide(all, application, Day(10));

        Assert.Equal((outcome, code, by), (answer.Outcome, answer.Code, answer.By));
        Assert.Equal(covers, answer.Covers.Select(each => each.Value));
    }

    private static (RefusalOutcome Outcome, string Code, Instant? Until) Key(RefusalAnswer answer) => (answer.Outcome, answer.Code, answer.Until);

    private static RefusalAnswer Decide(ApplicationState[] all, string application, Instant at) => RefusalEngine.Decide(Slice(all), Id(application), at, Fortnight);

    private static ApplicationsSlice Slice(ApplicationState[] all) => new() { All = [.. all] };

    private static ApplicationState Live(string id) => new() { Application = Id(id), StageSince = Start, SubmittedAt = Start };

    private static ApplicationState WithOffer(string id, OfferStatus status) => Live(id) with { Offer = new OfferState { Status = status, Since = Start } };

    private static ApplicationState Ended(string id, Disposition disposition, int day, int? told = null) =>
        Live(id) with { Ending = new ApplicationEnding { Disposition = disposition, At = Day(day), News = told is null ? EndingNews.Untold : EndingNews.Told }, RefusedAt = told is { } at ? Day(at) : null };

    private static Instant Day(int day) => Start + Duration.FromDays(day);

    private static JobApplicationId Id(string id) => JobApplicationId.From(id);
}
