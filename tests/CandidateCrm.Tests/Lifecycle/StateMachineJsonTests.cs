using System.Text;
using System.Text.Json.Nodes;
using CandidateCrm.Fixtures;
using CandidateCrm.Tests.Rules;
using FsCheck;
using FsCheck.Fluent;
using static CandidateCrm.Lifecycle.SampleHiring;

namespace CandidateCrm.Lifecycle;

public sealed class StateMachineJsonTests
{
    private const string Hiring =
        """
        {
          "schema": 1,
          "name": "hiring",
          "starts": ["applied"],
          "states": [
            { "state": "applied" },
            { "state": "active", "begins": "screening" },
            { "state": "screening", "in": "active" },
            { "state": "interviewing", "in": "active", "begins": "phone" },
            { "state": "phone", "in": "interviewing" },
            { "state": "on site", "in": "interviewing" },
            { "state": "hired", "terminal": true },
            { "state": "rejected", "terminal": true }
          ],
          "triggers": ["reject", "begin", "go on site", "restart", "note", "pass", "decide"],
          "parameters": [{ "trigger": "reject", "parameter": { "name": "reason", "version": 1 } }],
          "rules": [
            { "from": "applied", "on": "begin", "to": "active" },
            { "from": "active", "on": "reject", "to": "rejected" },
            { "from": "active", "on": "go on site", "to": "on site" },
            { "from": "active", "on": "restart", "does": "reenter" },
            { "from": "active", "on": "note", "does": "handle" },
            { "from": "screening", "on": "pass", "to": "interviewing" },
            { "from": "interviewing", "on": "decide", "choose": { "name": "by-score", "version": 1 }, "among": ["rejected", "on site", "hired"] },
            { "from": "phone", "on": "pass", "to": "on site" },
            { "from": "phone", "on": "reject", "if": { "name": "draft-reason", "version": 1 }, "does": "ignore" },
            { "from": "on site", "on": "note", "does": "ignore" }
          ]
        }
        """;

    private static readonly StateMachineRegistry<Report> Words = StateMachineRegistry<Report>.Empty
        .With(ByScore).With(Reason).With(Reason.Guard("draft-reason", "the reason is only a draft", reason => reason.StartsWith('?')));

    private static readonly StateMachineRegistry<int> RandomWords = RandomMachine.Guards.Aggregate(
        StateMachineRegistry<int>.Empty.With(RandomMachine.Parameter).With(RandomMachine.Choice(number => $"state {number}")), (words, guard) => words.With(guard));

    [Fact]
    public void A_machine_has_one_spelling() =>
        Assert.Equal(JsonNode.Parse(Hiring)!.ToJsonString(), StateMachineJson.Write(Builder().Build()));

    [Fact]
    public void A_machine_that_was_read_answers_as_the_one_that_was_built()
    {
        var reading = StateMachineJson.Read(Encoding.UTF8.GetBytes("\ufeff" + Hiring), Words);

        Assert.Empty(reading.Faults);
        Assert.Equal("hired", reading.Definition!.Fire("on site", "decide", new Report(90)).Target);
        Assert.Equal(TransitionCodes.ParameterMissing, reading.Definition.Fire("phone", "reject", default).Code);
        Assert.Equal(TransitionOutcome.Ignored, reading.Definition.Fire("phone", "reject", new Report(0, "?")).Outcome);
    }

    [Fact]
    public void Any_definition_read_from_its_own_text_is_the_same() =>
        Prop.ForAll(RandomMachine.Sound, RandomMachine.Walks, (machine, walk) =>
        {
            var built = machine.Into(StateMachine.Define<string, string, int>("random"), number => $"state {number}", number => $"trigger {number}").Build();
            var text = StateMachineJson.Write(built);
            var read = StateMachineJson.Read(text, RandomWords).Definition!;
            return StateMachineJson.Write(read) == text
                && SchemaChecker.StateMachines.IsSatisfiedBy(text)
                && read.Name == built.Name
                && read.States.SequenceEqual(built.States)
                && read.Triggers.SequenceEqual(built.Triggers)
                && read.Starts.SequenceEqual(built.Starts)
                && read.TerminalStates.SequenceEqual(built.TerminalStates)
                && read.Parameters.SequenceEqual(built.Parameters)
                && read.Rules.Select(Told).SequenceEqual(built.Rules.Select(Told))
                && read.States.All(state => read.Settle(state) == built.Settle(state) && read.PathInto(state).Entered.SequenceEqual(built.PathInto(state).Entered))
                && walk.All(step => read.Fire($"state {step.State}", $"trigger {step.Trigger}", step.Context) == built.Fire($"state {step.State}", $"trigger {step.Trigger}", step.Context));
        }).Check(Tries.Of());

    [Fact]
    public void The_published_schema_is_the_one_of_the_tables() => PublishedSchema.IsTheOneOfTheTables("state-machine", StateMachineJson.SchemaText);

    [Theory]
    [InlineData("""{"schema":1,"name":"x","starts":["a"],"states":[{"state":"a","terminals":true}]}""")]
    [InlineData("""{"schema":1,"name":"x","states":[{"state":"a"}]}""")]
    [InlineData("""{"schema":2,"name":"x","starts":["a"],"states":[{"state":"a","terminal":true}]}""")]
    [InlineData("""{"schema":1,"name":"x","starts":["a"],"states":[{"state":"a"}],"rules":[{"from":"a","on":"go","does":"nothing"}]}""")]
    public void The_schema_refuses_what_reading_refuses(string json)
    {
        Assert.False(SchemaChecker.StateMachines.IsSatisfiedBy(json));
        Assert.NotEmpty(StateMachineJson.Read(json, StateMachineRegistry<int>.Empty).Faults);
    }

    [Fact]
    public void A_document_may_name_its_schema()
    {
        const string Document = """{"$schema":"state-machine.schema.json","schema":1,"name":"x","starts":["a"],"states":[{"state":"a","terminal":true}]}""";

        Assert.True(SchemaChecker.StateMachines.IsSatisfiedBy(Document));
        Assert.Empty(StateMachineJson.Read(Document, StateMachineRegistry<int>.Empty).Faults);
    }

    [Fact]
    public void A_reader_says_everything_that_is_wrong_with_its_place()
    {
        var reading = StateMachineJson.Read(
            """
            {
              "schema": 1, "name": "x", "starts": ["a"],
              "states": [{ "state": "a" }, { "state": "a" }, { "state": "b", "in": "c" }],
              "rules": [
                { "from": "a", "on": "go", "if": { "name": "draft-raeson", "version": 1 }, "to": "b" },
                { "from": "a", "on": "go", "if": { "name": "draft-reason", "version": 2 }, "to": "d" },
                { "from": "e", "on": "go", "choose": { "name": "nobody", "version": 1 }, "among": ["a"] }
              ],
              "parameters": [{ "trigger": "go", "parameter": { "name": "what", "version": 1 } }]
            }
            """,
            Words);

        Assert.Null(reading.Definition);
        Assert.Equal(
            [
                "states[1].state: machine.duplicate_name: The state «a» is listed more than once.",
                "parameters[0].parameter: machine.word_unknown: «what» is not a parameter here. Known are reason.",
                "rules[0].if: machine.word_unknown: «draft-raeson» is not a guard here. Did you mean «draft-reason»? Known are draft-reason.",
                "rules[1].if: machine.word_unknown: Version 2 of «draft-reason» is not registered. Registered are 1.",
                "rules[2].choose: machine.word_unknown: «nobody» is not a choice here. Known are by-score.",
                "rules[2].from: machine.source_undefined: A rule for the trigger «go» leaves «e», which is not one of the states.",
                ": machine.parent_undefined: «b» is a substate of «c», which is not configured.",
                ": machine.target_undefined: From «a» the trigger «go» leads to «d», which is not configured.",
                ": machine.no_way_out: No rule leads from «b» to another state; permit one, or make it terminal.",
            ],
            reading.Faults.Select(fault => $"{fault.Where}: {fault.Code}: {fault.Sentence}"));
    }

    [Theory]
    [InlineData("""{ "from": "a", "on": "go" }""", "rules[0]", StateMachineFaultCodes.RuleUnclear)]
    [InlineData("""{ "from": "a", "on": "go", "to": "b", "does": "ignore" }""", "rules[0]", StateMachineFaultCodes.RuleUnclear)]
    [InlineData("""{ "from": "a", "on": "go", "to": "b", "among": ["a"] }""", "rules[0]", StateMachineFaultCodes.RuleUnclear)]
    [InlineData("""{ "from": "a", "on": "go", "does": "nothing" }""", "rules[0].does", "definition.word_unknown")]
    [InlineData("""{ "from": "a\u0007", "on": "go", "to": "b" }""", "rules[0].from", "definition.text_invalid")]
    [InlineData("""{ "from": "a", "on": "go", "to": "b", "if": "x" }""", "rules[0].if", "definition.type_wrong")]
    [InlineData("""{ "from": "a", "on": "go", "to": "b", "if": { "name": "x" } }""", "rules[0].if", "definition.member_missing")]
    [InlineData("""{ "from": "a", "on": "go", "to": "b", "action": "x" }""", "rules[0]", "definition.member_unknown")]
    public void A_rule_that_is_spelt_wrongly_is_a_fault_at_its_place(string rule, string where, string code)
    {
        var fault = Assert.Single(StateMachineJson.Read($$"""{ "schema": 1, "name": "x", "starts": ["a"], "states": [{ "state": "a" }], "rules": [{{rule}}] }""", Words).Faults);

        Assert.Equal((where, code), (fault.Where, fault.Code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("""{ "schema": 2, "name": "x", "starts": [], "states": [] }""")]
    [InlineData("""{ "schema": 1, "name": "\ud800", "starts": [], "states": [] }""")]
    [InlineData("\ud800")]
    public void What_is_no_machine_is_a_fault(string json)
    {
        var reading = StateMachineJson.Read(json, Words);

        Assert.Null(reading.Definition);
        Assert.NotEmpty(reading.Faults);
    }

    [Fact]
    public void Nothing_makes_the_reader_throw() =>
        Prop.ForAll(
            Arb.From(Gen.Choose(0, Hiring.Length - 1)), Arb.From(Gen.Choose(0, 40)), Arb.From(Gen.Choose(0, 255)), (at, length, value) =>
            {
                var bytes = Encoding.UTF8.GetBytes(Hiring);
                byte[] cut = [.. bytes.AsSpan(0, at), (byte)value, .. bytes.AsSpan(Math.Min(at + length, bytes.Length))];
                var moved = Hiring.Remove(at, Math.Min(length, Hiring.Length - at)).Insert(Math.Min(value, Hiring.Length - at - length < 0 ? 0 : value), Hiring.Substring(at, Math.Min(length, Hiring.Length - at)));
                return IsAnswer(StateMachineJson.Read(cut, Words)) && IsAnswer(StateMachineJson.Read(moved, Words));
            }).Check(Tries.Of());

    [Fact]
    public void A_name_and_version_is_registered_once()
    {
        Assert.Throws<ArgumentException>(() => Words.With(ByScore));
        Assert.Throws<ArgumentException>(() => Words.With(Reason));
        Assert.Empty(StateMachineJson.Read(Hiring, Words.With(ByScore with { Version = 2 })).Faults);
    }

    private static bool IsAnswer(StateMachineReading<Report> reading) => (reading.Definition is null) == !reading.Faults.IsEmpty;

    private static string Told(TransitionRule<string, string> rule) =>
        $"{rule with { Targets = [] }} {string.Join('|', rule.Targets)}";
}
