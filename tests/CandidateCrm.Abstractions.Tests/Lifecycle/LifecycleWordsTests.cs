namespace CandidateCrm.Lifecycle;

public sealed class LifecycleWordsTests
{
    [Fact]
    public void The_built_in_phases_stand_in_the_order_of_a_first_journey() =>
        Assert.Equal(["discover", "attract", "engage", "hire", "nurture"], Phase.BuiltIn.Select(phase => phase.Value));

    [Theory]
    [InlineData("alumni", true)]
    [InlineData("a", true)]
    [InlineData("", false)]
    [InlineData("Alumni", false)]
    [InlineData("-a", false)]
    [InlineData("a b", false)]
    [InlineData(null, false)]
    public void A_phase_is_a_code(string? text, bool valid)
    {
        Assert.Equal(valid, Phase.TryFrom(text, out var phase));
        Assert.Equal(valid, phase.IsAssigned);
        Assert.Equal(valid, LifecycleKey.TryFrom(text, out _));
    }

    [Fact]
    public void A_phase_made_of_the_same_text_is_the_same() => Assert.Equal(Phase.Hire, Phase.From("hire"));

    [Fact]
    public void The_default_answer_is_a_refusal() =>
        Assert.Equal((true, "transition.not_permitted"), (default(Transition<int>).IsRefused, default(Transition<int>).Code));

    [Theory]
    [InlineData(TransitionOutcome.Moved, 1, "transition.moved")]
    [InlineData(TransitionOutcome.Reentered, 1, "transition.reentered")]
    [InlineData(TransitionOutcome.Ignored, 1, "transition.ignored")]
    [InlineData(TransitionOutcome.Internal, 1, "transition.internal")]
    [InlineData(TransitionOutcome.Refused, 0, "transition.not_permitted")]
    [InlineData(TransitionOutcome.Refused, 3, "transition.guard_unmet")]
    [InlineData(TransitionOutcome.Refused, 65_535, "transition.unknown_state")]
    public void An_answer_has_a_stable_code(TransitionOutcome outcome, int reason, string code)
    {
        var answer = Transition<string>.Of(outcome, "here", reason);

        Assert.Equal((outcome, "here", reason, code), (answer.Outcome, answer.Target, answer.ReasonId, answer.Code));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(65_536)]
    public void A_reason_beyond_its_range_is_a_mistake(int reason)
    {
        Assert.Throws<ArgumentOutOfRangeException>("reasonId", () => Transition<int>.Of(TransitionOutcome.Moved, 1, reason));
        Assert.Throws<ArgumentOutOfRangeException>("outcome", () => Transition<int>.Of((TransitionOutcome)9, 1, 1));
    }

    [Fact]
    public void A_definition_is_bounded_from_birth()
    {
        var lifecycle = LifecycleDefinition.Default;

        Assert.Throws<ArgumentException>(() => lifecycle with { Key = default });
        Assert.Throws<ArgumentOutOfRangeException>(() => lifecycle with { Version = 0 });
        Assert.Throws<ArgumentException>(() => lifecycle with { Start = default });
        Assert.Throws<ArgumentException>(() => lifecycle with { Phases = [] });
        Assert.Throws<ArgumentException>(() => lifecycle with { Phases = default });
        Assert.Throws<ArgumentException>(() => lifecycle with { Phases = [default(Phase)] });
        Assert.Throws<ArgumentException>(() => lifecycle with { Phases = [.. Enumerable.Range(0, 65).Select(i => Phase.From($"p{i}"))] });
        Assert.Throws<ArgumentException>(() => lifecycle with { Rows = default });
        Assert.Throws<ArgumentException>(() => lifecycle with { Rows = [null!] });
        Assert.Throws<ArgumentException>(() => lifecycle with { Rows = [.. Enumerable.Repeat(lifecycle.Rows[0], 4_097)] });
    }

    [Fact]
    public void A_row_is_bounded_from_birth()
    {
        var row = LifecycleDefinition.Default.Rows[0];

        Assert.Throws<ArgumentException>(() => row with { From = default });
        Assert.Throws<ArgumentException>(() => row with { To = default });
        Assert.Throws<ArgumentOutOfRangeException>(() => row with { Trigger = (LifecycleTrigger)99 });
    }
}
