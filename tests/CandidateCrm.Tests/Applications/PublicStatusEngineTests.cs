using CandidateCrm.Applications;

namespace CandidateCrm.Tests.Applications;

public sealed class PublicStatusEngineTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 3, 2, 12, 0);
    private static readonly PublicStatusDefinition Steps = PublicStatusDefinition.Default;
    private static readonly ReasonCode Mistake = ReasonCode.From("moved-by-mistake");

    [Theory]
    [InlineData(StageCategory.Applied, "received")]
    [InlineData(StageCategory.Assessment, "in-review")]
    [InlineData(StageCategory.Check, "interviews")]
    [InlineData(StageCategory.Offer, "offer")]
    [InlineData(StageCategory.Other, "(unassigned)")]
    public void A_category_stands_behind_one_step(StageCategory category, string step) =>
        Assert.Equal(step, PublicStatusEngine.StepOf(Steps, default, StageKey.From("anything"), category).ToString());

    [Theory]
    [InlineData("tech", "talk", "interviews")]
    [InlineData("sales", "talk", "in-review")]
    [InlineData("tech", "other", "in-review")]
    public void A_stage_by_its_key_comes_before_its_category(string pipeline, string stage, string step)
    {
        var definition = Steps with
        {
            Rows = Steps.Rows.Add(new PublicRow { Step = PublicStepKey.From("interviews"), Stages = [StageKey.From("talk")], Pipeline = PipelineKey.From("tech") }),
        };

        Assert.Equal(step, PublicStatusEngine.StepOf(definition, PipelineKey.From(pipeline), StageKey.From(stage), StageCategory.Screen).Value);
    }

    [Fact]
    public void A_rejection_is_not_shown_before_the_message_was_sent()
    {
        var waiting = Move(Shown("in-review"), "not-selected", 10);

        Assert.Equal("in-review", waiting.Step.Value);
        Assert.Equal("not-selected", PublicStatusEngine.Told(waiting, After(11)).Step.Value);
        Assert.Equal(After(11), PublicStatusEngine.Told(waiting, After(11)).Since);
    }

    [Fact]
    public void A_rejection_that_nobody_writes_about_is_shown_after_the_longest_delay()
    {
        var waiting = Move(Shown("in-review"), "not-selected", 10);
        var due = After(10) + Duration.FromDays(14);

        Assert.Equal(due, waiting.Waiting!.ShowsAt);
        Assert.Same(waiting, PublicStatusEngine.TimePassed(waiting, due - Duration.Epsilon));
        Assert.Equal(("not-selected", due), (PublicStatusEngine.TimePassed(waiting, due).Step.Value, PublicStatusEngine.TimePassed(waiting, due).Since));
    }

    [Fact]
    public void A_message_before_the_least_delay_shows_the_step_when_that_is_over()
    {
        var definition = WithDelay("offer", new PublicDelay { AwaitsMessage = true, AtLeast = Duration.FromHours(2) });
        var told = PublicStatusEngine.Told(PublicStatusEngine.Move(definition, Shown("interviews"), To("offer", 0)), After(30));

        Assert.Equal("interviews", told.Step.Value);
        Assert.Equal(After(120), told.Waiting!.ShowsAt);
        Assert.Equal(("offer", After(120)), (PublicStatusEngine.TimePassed(told, After(500)).Step.Value, PublicStatusEngine.TimePassed(told, After(500)).Since));
    }

    [Fact]
    public void A_message_after_the_least_delay_shows_the_step_at_once()
    {
        var definition = WithDelay("offer", new PublicDelay { AwaitsMessage = true, AtLeast = Duration.FromHours(2) });

        Assert.Equal("offer", PublicStatusEngine.Told(PublicStatusEngine.Move(definition, Shown("interviews"), To("offer", 0)), After(120)).Step.Value);
    }

    [Fact]
    public void What_waits_is_given_up_when_the_application_moves_on()
    {
        var waiting = Move(Shown("in-review"), "not-selected", 10);

        Assert.Equal(("interviews", 2), (Move(waiting, "interviews", 11).Step.Value, Move(waiting, "interviews", 11).Changes));
        Assert.Null(Move(waiting, "in-review", 11).Waiting);
        Assert.Null(PublicStatusEngine.Move(Steps, waiting, new PublicMove { To = default, At = After(11) }).Waiting);
    }

    [Fact]
    public void The_same_move_told_twice_does_not_begin_the_wait_anew()
    {
        var waiting = Move(Shown("in-review"), "not-selected", 10);

        Assert.Same(waiting, Move(waiting, "not-selected", 500));
    }

    [Fact]
    public void Nobody_goes_back_without_a_reason()
    {
        Assert.Equal("interviews", Move(Shown("interviews"), "received", 10).Step.Value);
        Assert.Equal("received", PublicStatusEngine.Move(Steps, Shown("interviews"), To("received", 10) with { Reason = Mistake }).Step.Value);
    }

    [Fact]
    public void The_first_step_is_shown_at_once_whatever_waits()
    {
        var standing = PublicStatusEngine.Move(Steps, standing: null, To("not-selected", 0));

        Assert.Equal(("received", "not-selected", 1), (standing.Step.Value, standing.Waiting!.Step.Value, standing.Changes));
    }

    [Fact]
    public void A_message_says_nothing_where_nothing_waits_for_it() =>
        Assert.Same(Received, PublicStatusEngine.Told(Received, After(5)));

    private static PublicStanding Received { get; } = Shown("received");

    private static PublicStanding Shown(string step) => new() { Step = PublicStepKey.From(step), Since = Noon, Changes = 1 };

    private static PublicStanding Move(PublicStanding standing, string step, int minute) => PublicStatusEngine.Move(Steps, standing, To(step, minute));

    private static PublicMove To(string step, int minute) => new() { To = PublicStepKey.From(step), At = After(minute) };

    private static Instant After(int minutes) => Noon + Duration.FromMinutes(minutes);

    private static PublicStatusDefinition WithDelay(string step, PublicDelay delay) =>
        Steps with { Steps = [.. Steps.Steps.Select(each => each.Key.Value == step ? each with { Delay = delay } : each)] };
}
