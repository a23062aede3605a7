using CandidateCrm.Applications;
using static CandidateCrm.Lifecycle.SampleOffers;

namespace CandidateCrm.Lifecycle;

public sealed class StateMachineTests
{
    private static readonly StateMachineDefinition<Offer, Act, Terms> Machine = Builder().Build();

    [Fact]
    public void A_trigger_without_a_rule_is_refused_and_the_state_stays()
    {
        var answer = Machine.Fire(Offer.Draft, Act.Accept, default);

        Assert.Equal((TransitionOutcome.Refused, Offer.Draft, 0, "transition.not_permitted"), (answer.Outcome, answer.Target, answer.ReasonId, answer.Code));
    }

    [Fact]
    public void A_trigger_whose_guards_are_not_met_is_refused_by_the_first_of_them()
    {
        var answer = Machine.Fire(Offer.Draft, Act.Send, new Terms(false, 2000, false));

        Assert.Equal((TransitionOutcome.Refused, Offer.Draft, "transition.guard_unmet"), (answer.Outcome, answer.Target, answer.Code));
        Assert.Equal("approved", Machine.Rules[answer.ReasonId - 1].Guard);
    }

    [Theory]
    [InlineData(true, 500, "approved")]
    [InlineData(false, 500, "below-limit")]
    public void The_first_guard_that_is_met_decides(bool approved, int salary, string guard)
    {
        var answer = Machine.Fire(Offer.Draft, Act.Send, new Terms(approved, salary, false));

        Assert.Equal(guard, Machine.Rules[answer.ReasonId - 1].Guard);
    }

    [Theory]
    [InlineData(true, TransitionOutcome.Ignored)]
    [InlineData(false, TransitionOutcome.Internal)]
    public void A_rule_without_a_guard_holds_where_no_guard_is_met(bool quiet, TransitionOutcome expected) =>
        Assert.Equal(expected, Machine.Fire(Offer.Sent, Act.Remind, new Terms(false, 0, quiet)).Outcome);

    [Fact]
    public void A_rule_without_a_guard_may_stand_before_the_guarded_ones()
    {
        var machine = StateMachine.Define<string, string, bool>("x").StartsIn("a");
        machine.Configure("a").Permit("go", "b").PermitIf("go", "c", "far", "it is far", (in far) => far);
        machine.Configure("b").Terminal();
        machine.Configure("c").Terminal();

        Assert.Equal("c", machine.Build().Fire("a", "go", true).Target);
        Assert.Equal("b", machine.Build().Fire("a", "go", false).Target);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void A_state_that_was_not_configured_is_refused_as_unknown(int state)
    {
        var answer = Machine.Fire((Offer)state, Act.View, default);

        Assert.Equal((TransitionCodes.UnknownState, (Offer)state), (answer.Code, answer.Target));
        Assert.Throws<ArgumentException>(nameof(state), () => Machine.Inspect((Offer)state, default));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(6)]
    [InlineData(int.MaxValue)]
    public void A_trigger_that_nobody_has_heard_of_is_not_permitted(int trigger) =>
        Assert.Equal(TransitionCodes.NotPermitted, Machine.Fire(Offer.Sent, (Act)trigger, default).Code);

    [Fact]
    public void Null_and_unassigned_keys_are_mistakes_of_the_caller()
    {
        var texts = StateMachine.Define<string, string, NoContext>("x").StartsIn("a");
        texts.Configure("a").Terminal().Ignore("wait");
        var codes = StateMachine.DefineKeyed<StageKey, string, NoContext>("x").StartsIn(StageKey.From("a"));
        codes.Configure(StageKey.From("a")).Terminal();

        Assert.Throws<ArgumentNullException>("state", () => texts.Build().Fire(null!, "wait", default));
        Assert.Throws<ArgumentNullException>("trigger", () => texts.Build().Fire("a", null!, default));
        Assert.Throws<ArgumentException>(() => codes.Build().Fire(default, "wait", default));
    }

    [Fact]
    public void An_inspection_says_what_is_permitted_and_why_the_rest_is_not()
    {
        var inspection = Machine.Inspect(Offer.Draft, new Terms(false, 2000, false));

        Assert.Equal([Act.Amend], inspection.Permitted.Select(one => one.Trigger));
        Assert.Equal(
            [
                "transition.guard_unmet: «Draft» permits «Send» only where the offer was approved (approved), or the salary is below the limit (below-limit).",
                "transition.not_permitted: «Draft» does not permit «Accept».",
                "transition.not_permitted: «Draft» does not permit «Decline».",
                "transition.not_permitted: «Draft» does not permit «Remind».",
                "transition.not_permitted: «Draft» does not permit «View».",
            ],
            inspection.Refused.Select(one => $"{one.Code}: {one.Sentence}"));
        Assert.Equal(["approved", "below-limit"], inspection.Refused[0].Guards.AsEnumerable());
    }

    [Theory]
    [InlineData(Offer.Sent, Act.Send, "«Sent» does not permit «Send». It permits «Accept», «Decline», «Remind», «View».")]
    [InlineData(Offer.Accepted, Act.Send, "«Accepted» does not permit «Send». It permits «View».")]
    [InlineData(Offer.Declined, Act.Send, "«Declined» does not permit «Send». It permits nothing now.")]
    [InlineData(Offer.Draft, Act.Send, "«Draft» permits «Send» only where the offer was approved (approved), or the salary is below the limit (below-limit). It permits «Amend».")]
    [InlineData(Offer.Draft, Act.Amend, "«Amend» leaves «Draft» and enters it again.")]
    [InlineData(Offer.Sent, Act.Accept, "«Accept» leads from «Sent» to «Accepted».")]
    [InlineData(Offer.Sent, Act.Remind, "«Remind» is handled within «Sent».")]
    [InlineData(Offer.Sent, Act.View, "«View» changes nothing in «Sent».")]
    [InlineData((Offer)4, Act.View, "The machine «offer» has no state «4».")]
    public void An_explanation_is_one_sentence_and_what_would_be_permitted(Offer state, Act act, string sentence)
    {
        var explanation = Machine.Explain(state, act, new Terms(false, 2000, false));

        Assert.Equal(sentence, explanation.Sentence);
    }

    [Fact]
    public void An_explanation_names_the_guard_that_was_met()
    {
        var explanation = Machine.Explain(Offer.Draft, Act.Send, new Terms(false, 500, false));

        Assert.Equal("«Send» leads from «Draft» to «Sent», because the salary is below the limit (below-limit).", explanation.Sentence);
        Assert.Equal(["below-limit"], explanation.Guards.AsEnumerable());
    }

    [Fact]
    public void A_build_lists_every_fault_at_once()
    {
        var machine = StateMachine.Define<string, string, int>("broken").StartsIn("a").StartsIn("nowhere");
        machine.Configure("a").Permit("go", "b").Permit("go", "gone").Permit("stay", "a");
        machine.Configure("b").Terminal().Permit("back", "a")
            .IgnoreIf("x", "big", "it is big", (in n) => n > 9).IgnoreIf("x", "big", "it is large", (in n) => n > 8);
        machine.Configure("island").Ignore("go");
        machine.Configure(" ").Permit("go", "a");

        var thrown = Assert.Throws<StateMachineFaultsException>(machine.Build);

        Assert.Equal(
            [
                "machine.duplicate_name: A state has no text; give it one.",
                "machine.start_undefined: The machine starts in «nowhere», which is not configured.",
                "machine.target_undefined: From «a» the trigger «go» leads to «gone», which is not configured.",
                "machine.move_to_itself: From «a» the trigger «stay» leads to the same state; say whether it is a re-entry, internal or ignored.",
                "machine.ambiguous: In «a» the trigger «go» has more than one rule without a guard; keep one.",
                "machine.duplicate_guard: In «b» the trigger «x» asks the guard «big» more than once; only the first can decide.",
                "machine.duplicate_guard: The guard «big» has more than one description; one name stands for one condition.",
                "machine.terminal_left: «b» is terminal, but a rule leads from it to another state.",
                "machine.no_way_out: No rule leads from «island» to another state; permit one, or make it terminal.",
                "machine.state_unreachable: No path leads from a start to «island».",
                "machine.state_unreachable: No path leads from a start to « ».",
            ],
            thrown.Faults.Select(fault => $"{fault.Code}: {fault.Sentence}"));
        Assert.StartsWith("The state machine «broken» has 11 faults:\n- machine.duplicate_name: ", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_machine_and_one_without_a_start_are_faulty()
    {
        var machine = StateMachine.Define<string, string, int>("x");
        var empty = machine.Review();
        machine.Configure("a").Terminal();

        Assert.Equal([StateMachineFaultCodes.Empty], empty.Select(fault => fault.Code));
        Assert.Equal([StateMachineFaultCodes.NoStart], machine.Review().Select(fault => fault.Code));
    }

    [Fact]
    public void Two_states_that_read_the_same_are_faulty()
    {
        var machine = StateMachine.Define<Version, object, int>("x").StartsIn(new Version("a"));
        machine.Configure(new Version("a")).Permit(1, new Version("b")).Ignore("1");
        machine.Configure(new Version("b")).Permit(1, new Version("a"));

        Assert.Equal(
            ["2 states read «same»; give each a text of its own.", "2 triggers read «1»; give each a text of its own."],
            machine.Review().Select(fault => fault.Sentence));
    }

    [Fact]
    public void A_machine_with_too_many_cells_is_faulty()
    {
        var machine = StateMachine.Define<int, int, int>("x").StartsIn(0).Knows(Enumerable.Range(0, 1 << 10));
        for (var state = 0; state < 1 << 10; state++)
        {
            machine.Configure(state).Permit(0, (state + 1) % (1 << 10));
        }

        Assert.Equal([StateMachineFaultCodes.TooLarge], machine.Review().Select(fault => fault.Code));
    }

    [Fact]
    public void A_definition_stays_as_it_is_when_its_builder_goes_on()
    {
        var builder = Builder();
        var machine = builder.Build();

        builder.Configure(Offer.Sent).Permit(Act.Amend, Offer.Draft);

        Assert.True(machine.Fire(Offer.Sent, Act.Amend, default).IsRefused);
        Assert.Equal(Offer.Draft, builder.Build().Fire(Offer.Sent, Act.Amend, default).Target);
    }

    [Theory]
    [InlineData("", "words")]
    [InlineData("Capital", "words")]
    [InlineData("name", " ")]
    public void A_guard_needs_a_name_and_words(string name, string words) =>
        Assert.Throws<ArgumentException>(() => Builder().Configure(Offer.Draft).IgnoreIf(Act.View, name, words, (in _) => true));

    [Fact]
    public void Names_words_and_versions_of_guards_choices_and_parameters_are_bounded()
    {
        Assert.Throws<ArgumentException>(() => SampleHiring.ByScore with { Name = "By score" });
        Assert.Throws<ArgumentException>(() => SampleHiring.Reason with { Description = "" });
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleHiring.ByScore with { Version = 0 });
        Assert.Throws<ArgumentNullException>(() => SampleHiring.Reason with { Reader = null! });
        Assert.Throws<ArgumentException>(() => SampleHiring.Reason.Guard("a:b", "words", _ => true));
        Assert.Throws<ArgumentNullException>("targets", () => SampleHiring.Builder().Configure("phone").PermitDynamic("x", SampleHiring.ByScore, [null!]));
    }

    private sealed record Version(string Name)
    {
        public override string ToString() => "same";
    }
}
