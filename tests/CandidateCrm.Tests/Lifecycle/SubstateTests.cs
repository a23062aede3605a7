using static CandidateCrm.Lifecycle.SampleHiring;

namespace CandidateCrm.Lifecycle;

public sealed class SubstateTests
{
    private static readonly StateMachineDefinition<string, string, Report> Machine = Builder().Build();

    public static TheoryData<string, string, string> Paths => new()
    {
        { "applied", "begin", "applied | active, screening" },
        { "screening", "pass", "screening | interviewing, phone" },
        { "phone", "pass", "phone | on site" },
        { "phone", "go on site", "phone | on site" },
        { "screening", "go on site", "screening | interviewing, on site" },
        { "on site", "go on site", "on site | on site" },
        { "on site", "restart", "on site, interviewing, active | active, screening" },
        { "screening", "restart", "screening, active | active, screening" },
        { "on site", "reject", "on site, interviewing, active | rejected" },
        { "on site", "note", " | " },
        { "phone", "note", " | " },
        { "hired", "reject", " | " },
    };

    [Theory]
    [MemberData(nameof(Paths))]
    public void An_answer_tells_what_is_left_and_entered_in_order(string from, string trigger, string expected)
    {
        var path = Machine.PathOf(from, Machine.Fire(from, trigger, new Report(0, "no")));

        Assert.Equal(expected, $"{string.Join(", ", path.Left.ToArray())} | {string.Join(", ", path.Entered.ToArray())}");
    }

    [Fact]
    public void A_rule_of_a_state_holds_in_its_substates()
    {
        var answer = Machine.Fire("on site", "reject", new Report(0, "no"));

        Assert.Equal((TransitionOutcome.Moved, "rejected", "active"), (answer.Outcome, answer.Target, Machine.Rules[answer.ReasonId - 1].From));
    }

    [Fact]
    public void The_own_rule_of_a_substate_wins()
    {
        Assert.Equal(TransitionOutcome.Ignored, Machine.Fire("on site", "note", default).Outcome);
        Assert.Equal(TransitionOutcome.Internal, Machine.Fire("phone", "note", default).Outcome);
    }

    [Theory]
    [InlineData("? too junior", TransitionOutcome.Ignored)]
    [InlineData("too junior", TransitionOutcome.Moved)]
    public void Where_no_guard_of_a_substate_is_met_the_state_around_it_is_asked(string reason, TransitionOutcome expected) =>
        Assert.Equal(expected, Machine.Fire("phone", "reject", new Report(0, reason)).Outcome);

    [Fact]
    public void A_reentry_of_the_state_around_leads_to_where_it_begins()
    {
        Assert.Equal((TransitionOutcome.Moved, "screening"), Told(Machine.Fire("on site", "restart", default)));
        Assert.Equal((TransitionOutcome.Reentered, "screening"), Told(Machine.Fire("screening", "restart", default)));
    }

    [Fact]
    public void An_inherited_move_to_where_one_is_enters_it_again() =>
        Assert.Equal((TransitionOutcome.Reentered, "on site"), Told(Machine.Fire("on site", "go on site", default)));

    [Fact]
    public void A_state_that_got_substates_later_still_answers()
    {
        Assert.Equal((TransitionOutcome.Moved, "rejected"), Told(Machine.Fire("active", "reject", new Report(0, "no"))));
        Assert.Equal((TransitionOutcome.Internal, "active"), Told(Machine.Fire("active", "note", default)));
        Assert.Equal("on site", Machine.Fire("interviewing", "go on site", default).Target);
        Assert.Equal("screening", Machine.Settle("active"));
    }

    [Fact]
    public void One_is_in_a_state_and_in_all_around_it()
    {
        Assert.True(Machine.IsIn("phone", "phone"));
        Assert.True(Machine.IsIn("phone", "interviewing"));
        Assert.True(Machine.IsIn("phone", "active"));
        Assert.False(Machine.IsIn("screening", "interviewing"));
        Assert.False(Machine.IsIn("active", "phone"));
        Assert.Throws<ArgumentException>("outer", () => Machine.IsIn("phone", "nowhere"));
        Assert.Throws<ArgumentException>("state", () => Machine.IsIn("nowhere", "phone"));
    }

    [Fact]
    public void A_definition_tells_how_its_states_are_nested()
    {
        Assert.True(Machine.TryGetParent("phone", out var parent));
        Assert.Equal("interviewing", parent);
        Assert.False(Machine.TryGetParent("active", out _));
        Assert.True(Machine.TryGetInitialSubstate("active", out var substate));
        Assert.Equal("screening", substate);
        Assert.False(Machine.TryGetInitialSubstate("hired", out _));
        Assert.Equal(["active", "interviewing", "phone"], Machine.PathInto("interviewing").Entered.ToArray());
    }

    [Fact]
    public void An_answer_of_another_machine_has_no_path()
    {
        var stranger = Transition<string>.Of(TransitionOutcome.Moved, "nowhere", 1);
        var beyond = Transition<string>.Of(TransitionOutcome.Moved, "hired", 99);

        Assert.Throws<ArgumentException>("transition", () => { _ = Machine.PathOf("phone", stranger); });
        Assert.Throws<ArgumentException>("transition", () => { _ = Machine.PathOf("phone", beyond); });
        Assert.Throws<ArgumentException>("from", () => { _ = Machine.PathOf("nowhere", beyond); });
    }

    [Theory]
    [InlineData(10, TransitionOutcome.Moved, "rejected", TransitionCodes.Moved)]
    [InlineData(60, TransitionOutcome.Reentered, "on site", TransitionCodes.Reentered)]
    [InlineData(90, TransitionOutcome.Moved, "hired", TransitionCodes.Moved)]
    [InlineData(100, TransitionOutcome.Refused, "on site", TransitionCodes.ChoiceUndeclared)]
    [InlineData(-1, TransitionOutcome.Refused, "on site", TransitionCodes.ChoiceThrew)]
    public void A_target_may_be_chosen_among_those_declared(int score, TransitionOutcome outcome, string target, string code)
    {
        var answer = Machine.Fire("on site", "decide", new Report(score));

        Assert.Equal((outcome, target, code), (answer.Outcome, answer.Target, answer.Code));
    }

    [Theory]
    [InlineData("phone", "reject", null, 0, "«phone» takes «reject» only with a reason (reason). It permits «go on site», «restart», «note», «pass», «decide».")]
    [InlineData("phone", "reject", "no", 0, "«reject» leads from «phone» to «rejected», by a rule of «active».")]
    [InlineData("phone", "reject", "?", 0, "«reject» changes nothing in «phone», because the reason is only a draft (draft-reason).")]
    [InlineData("on site", "restart", null, 0, "«restart» leads from «on site» to «screening», by a rule of «active».")]
    [InlineData("on site", "decide", null, 90, "«decide» leads from «on site» to «hired», by a rule of «interviewing», as decided by the score (by-score).")]
    [InlineData("phone", "decide", null, -1, "«phone» refuses «decide», because its choice by-score failed. It permits «go on site», «restart», «note», «pass».")]
    [InlineData("phone", "decide", null, 100, "«phone» refuses «decide», because its choice by-score gave a state that the rule does not declare. It permits «go on site», «restart», «note», «pass».")]
    [InlineData("hired", "reject", null, 0, "«hired» does not permit «reject». It permits nothing now.")]
    public void An_explanation_names_the_state_around_the_choice_and_the_parameter(string state, string trigger, string? reason, int score, string sentence) =>
        Assert.Equal(sentence, Machine.Explain(state, trigger, new Report(score, reason)).Sentence);

    [Fact]
    public void A_missing_parameter_is_named_in_an_explanation_and_in_an_inspection()
    {
        Assert.Equal(["reason"], Machine.Explain("phone", "reject", default).MissingParameters.AsEnumerable());
        var refused = Assert.Single(Machine.Inspect("phone", default).Refused, one => one.Trigger == "reject");
        Assert.Equal((TransitionCodes.ParameterMissing, "reason"), (refused.Code, Assert.Single(refused.MissingParameters)));
    }

    [Fact]
    public void A_parameter_that_cannot_be_read_is_a_refusal()
    {
        var builder = Builder().Requires("pass", new TriggerParameter<Report, int>
        {
            Name = "score", Description = "a score", Reader = (in _, out _) => throw new TimeoutException(),
        });

        var explanation = builder.Build().Explain("phone", "pass", default);

        Assert.Equal((TransitionCodes.ParameterThrew, "phone"), (explanation.Code, explanation.Transition.Target));
        Assert.StartsWith("«phone» refuses «pass», because a parameter could not be read: a score (score).", explanation.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Substates_and_choices_allocate_nothing()
    {
        Machine.Fire("phone", "decide", new Report(10));
        _ = Steps();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var entered = Steps();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(2000, entered);

        static int Steps()
        {
            var entered = 0;
            for (var i = 0; i < 1_000; i++)
            {
                entered += Machine.PathOf("phone", Machine.Fire("phone", "decide", new Report(i % 80))).Entered.Length;
                entered += Machine.PathOf("phone", Machine.Fire("phone", "reject", new Report(0, "no"))).Entered.Length;
                _ = Machine.IsIn("phone", "active");
            }

            return entered;
        }
    }

    private static (TransitionOutcome Outcome, string Target) Told(Transition<string> answer) => (answer.Outcome, answer.Target);
}
