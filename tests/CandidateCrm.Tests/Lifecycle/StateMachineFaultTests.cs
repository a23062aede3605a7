using System.Diagnostics;
using static CandidateCrm.Lifecycle.SampleOffers;

namespace CandidateCrm.Lifecycle;

public sealed class StateMachineFaultTests
{
    [Fact]
    public void A_guard_that_throws_is_a_refusal_that_names_it_and_the_state_stays()
    {
        var builder = Builder();
        builder.Configure(Offer.Sent)
            .PermitIf(Act.Amend, Offer.Draft, "broken", "it is whole", (in _) => throw new TimeoutException("Ada Example lives in Berlin."))
            .PermitReentry(Act.Amend);
        var machine = builder.Build();

        var answer = machine.Fire(Offer.Sent, Act.Amend, default);
        var explanation = machine.Explain(Offer.Sent, Act.Amend, default);

        Assert.Equal((TransitionOutcome.Refused, Offer.Sent, "guard.threw"), (answer.Outcome, answer.Target, answer.Code));
        Assert.Equal("broken", machine.Rules[answer.ReasonId - 1].Guard);
        Assert.Equal(["broken"], explanation.Guards.AsEnumerable());
        Assert.Equal(
            "«Sent» refuses «Amend», because its guard broken failed: nobody knows whether it is whole. It permits «Accept», «Decline», «Remind», «View».",
            explanation.Sentence);
        Assert.False(machine.CanFire(Offer.Sent, Act.Amend, default));
        Assert.Equal(["broken"], Assert.Single(machine.Inspect(Offer.Sent, default).Refused, one => one.Trigger == Act.Amend).Guards.AsEnumerable());
    }

    [Fact]
    public void A_review_lists_every_fault_of_substates_at_once()
    {
        var machine = StateMachine.Define<string, string, int>("nested").StartsIn("a");
        machine.Configure("a").Permit("go", "box");
        machine.Configure("box").Terminal().SubstateOf("gone").Permit("back", "a");
        machine.Configure("in").SubstateOf("box").SubstateOf("a");
        machine.Configure("out").InitialSubstate("in").InitialSubstate("a").Permit("go", "a");
        machine.Configure("x").SubstateOf("z").InitialSubstate("y");
        machine.Configure("y").SubstateOf("x").InitialSubstate("z");
        machine.Configure("z").SubstateOf("y").InitialSubstate("x").PermitDynamic("pick", Choice("pick", "chance")).PermitDynamic("odd", Choice("pick", "luck", 2), "a", "a", "b");

        Assert.Equal(
            [
                "machine.parent_undefined: «box» is a substate of «gone», which is not configured.",
                "machine.initial_missing: «box» has substates; name the one in which it begins.",
                "machine.terminal_with_substates: «box» is terminal and has substates; make those terminal instead.",
                "machine.parent_twice: «in» is a substate of «box» and «a»; keep one.",
                "machine.initial_twice: «out» begins in «in» and «a»; keep one.",
                "machine.initial_foreign: «out» begins in «in», which is not directly a substate of it.",
                "machine.substate_cycle: Substates go round in a circle: «x» in «z» in «y» in «x»; take one of these out.",
                "machine.choice_targets: In «z» the choice «pick» for the trigger «pick» has no targets; declare every state that it may choose.",
                "machine.choice_targets: In «z» the choice «pick» for the trigger «odd» declares «a» more than once.",
                "machine.target_undefined: From «z» the trigger «odd» leads to «b», which is not configured.",
                "machine.duplicate_choice: The choice «pick» has more than one description; one name stands for one decision.",
                "machine.duplicate_choice: The choice «pick» has more than one version; one machine uses one.",
                "machine.state_unreachable: No path leads from a start to «in».",
                "machine.state_unreachable: No path leads from a start to «out».",
                "machine.state_unreachable: No path leads from a start to «x».",
                "machine.state_unreachable: No path leads from a start to «y».",
                "machine.state_unreachable: No path leads from a start to «z».",
            ],
            machine.Review().Select(fault => $"{fault.Code}: {fault.Sentence}"));
    }

    [Fact]
    public void An_inherited_rule_counts_as_a_way_out_and_may_leave_a_terminal_state()
    {
        var machine = StateMachine.Define<string, string, int>("x").StartsIn("box");
        machine.Configure("box").InitialSubstate("live").Permit("leave", "gone");
        machine.Configure("live").SubstateOf("box").Permit("end", "done");
        machine.Configure("done").SubstateOf("box").Terminal();
        machine.Configure("gone").Terminal();

        Assert.Equal(["machine.terminal_left: «done» is terminal, but a rule leads from it to another state."], Told(machine));
        machine.Configure("done").Ignore("leave");
        Assert.Empty(Told(machine));
    }

    [Fact]
    public void Parameters_that_contradict_each_other_are_faults()
    {
        var machine = StateMachine.Define<string, string, int>("x").StartsIn("a").Requires("go", Parameter("p", "a place", 1)).Requires("go", Parameter("p", "a plan", 2));
        machine.Configure("a").Terminal();

        Assert.Equal(
            [
                "machine.duplicate_parameter: The parameter «p» has more than one description; one name stands for one value.",
                "machine.duplicate_parameter: The parameter «p» has more than one version; one machine uses one.",
                "machine.duplicate_parameter: The trigger «go» needs the parameter «p» more than once; say it once.",
            ],
            Told(machine));
    }

    [Theory]
    [InlineData("a\nb", "«a\\u000ab»")]
    [InlineData("a\0", "«a\\u0000»")]
    [InlineData("a\u2028b", "«a\\u2028b»")]
    [InlineData("\u200b\u0085😀", "«\u200b\\u0085😀»")]
    public void Names_with_control_characters_are_faults_and_never_break_a_line(string name, string shown)
    {
        var machine = StateMachine.Define<string, string, int>(name).StartsIn(name);
        machine.Configure(name).Terminal().Ignore(name);

        var faults = machine.Review();

        Assert.Equal([StateMachineFaultCodes.NameInvalid, StateMachineFaultCodes.NameInvalid, StateMachineFaultCodes.NameInvalid], faults.Select(fault => fault.Code));
        Assert.All(faults, fault => Assert.EndsWith(shown + ".", fault.Sentence, StringComparison.Ordinal));
        Assert.DoesNotContain(name, Assert.Throws<StateMachineFaultsException>(machine.Build).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_surrogate_pair_in_a_name_is_a_fault_and_spelt_out()
    {
        var machine = StateMachine.Define<string, string, int>("x").StartsIn("a\ud800");
        machine.Configure("a\ud800").Terminal();

        Assert.Equal(
            ["machine.name_invalid: The name of a state has 1 to 200 characters, none of them a control character, and no half surrogate pair; this is not: «a\\ud800»."],
            Told(machine));
    }

    [Fact]
    public void States_nested_too_deep_are_faults()
    {
        var machine = StateMachine.Define<int, int, int>("deep").StartsIn(0);
        for (var state = 0; state < 20; state++)
        {
            _ = state == 0 ? machine.Configure(0) : machine.Configure(state).SubstateOf(state - 1);
            _ = state == 19 ? machine.Configure(19).Terminal() : machine.Configure(state).InitialSubstate(state + 1);
        }

        Assert.Equal(
            [16, 17, 18, 19],
            machine.Review().Where(fault => fault.Code == StateMachineFaultCodes.TooDeep).Select(fault => int.Parse(fault.Sentence.AsSpan(1, 2), null)));
    }

    [Fact]
    public void Ten_thousand_states_are_built_drawn_written_and_read_in_a_few_seconds()
    {
        const int Boxes = 100;
        const int Each = 100;
        var started = Stopwatch.GetTimestamp();
        var machine = StateMachine.Define<string, string, int>("big").StartsIn("n0");
        for (var box = 0; box < Boxes; box++)
        {
            machine.Configure($"box{box}").InitialSubstate($"n{box * Each}").PermitIf("jump", $"box{(box + 1) % Boxes}", "even", "it is even", (in n) => n % 2 == 0);
            for (var at = box * Each; at < (box + 1) * Each; at++)
            {
                machine.Configure($"n{at}").SubstateOf($"box{box}").Permit("next", $"n{(at + 1) % (Boxes * Each)}");
            }
        }

        var built = machine.Build();
        var read = StateMachineJson.Read(StateMachineJson.Write(built), StateMachineRegistry<int>.Empty.With(new NamedGuard<int>
        {
            Name = "even", Description = "it is even", Predicate = (in n) => n % 2 == 0,
        }));
        var drawing = built.ToMermaid("n0", "n1") + built.ToDot("n0", "n1");

        Assert.Equal("n200", built.Fire("n137", "jump", 2).Target);
        Assert.Equal("n200", read.Definition!.Fire("n137", "jump", 2).Target);
        Assert.Equal("n138", built.Fire("n137", "next", 1).Target);
        Assert.Contains("n9999 --> n0 : next\n", drawing, StringComparison.Ordinal);
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_definition_meant_to_be_slow_is_reviewed_in_a_few_seconds(bool isCircle)
    {
        const int States = 100_000;
        var started = Stopwatch.GetTimestamp();
        var machine = StateMachine.Define<int, int, int>("hostile").StartsIn(0);
        for (var state = 0; state < States; state++)
        {
            machine.Configure(state).SubstateOf(state > 0 || isCircle ? (state + States - 1) % States : States).InitialSubstate((state + 1) % States).Permit(0, 0).Permit(1, state);
        }

        Assert.Contains(machine.Review(), fault => fault.Code == (isCircle ? StateMachineFaultCodes.SubstateCycle : StateMachineFaultCodes.TooDeep));
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void A_choice_has_a_bounded_number_of_targets()
    {
        var machine = StateMachine.Define<int, int, int>("wide").StartsIn(0);
        machine.Configure(0).PermitDynamic(0, new() { Name = "any", Description = "chance", Chooser = (in n) => n }, Enumerable.Range(1, 257));
        for (var state = 1; state <= 257; state++)
        {
            machine.Configure(state).Terminal();
        }

        Assert.Equal(StateMachineFaultCodes.ChoiceTargets, Assert.Single(machine.Review()).Code);
    }

    [Fact]
    public void One_definition_serves_many_threads()
    {
        var machine = SampleHiring.Builder().Build();

        var answers = ParallelEnumerable.Range(0, 20_000)
            .Select(i => machine.Fire("on site", "decide", new SampleHiring.Report(i % 100)).Target == SampleHiring.ByScore.Chooser(new SampleHiring.Report(i % 100)))
            .All(isRight => isRight);

        Assert.True(answers);
    }

    private static IEnumerable<string> Told(StateMachineBuilder<string, string, int> machine) =>
        machine.Review().Select(fault => $"{fault.Code}: {fault.Sentence}");

    private static NamedChoice<string, int> Choice(string name, string description, int version = 1) =>
        new() { Name = name, Description = description, Version = version, Chooser = (in _) => "a" };

    private static TriggerParameter<int, int> Parameter(string name, string description, int version) =>
        new() { Name = name, Description = description, Version = version, Reader = (in n, out value) => (value = n) > 0 };
}
