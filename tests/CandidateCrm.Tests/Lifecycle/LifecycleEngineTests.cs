using static CandidateCrm.Lifecycle.LifecycleTrigger;

namespace CandidateCrm.Lifecycle;

public sealed class LifecycleEngineTests
{
    private static readonly LifecycleEngine Engine = new();

    public static TheoryData<LifecycleTrigger, string> Table => new()
    {
        // from            discover   attract   engage    hire      nurture; «=» stays, «x» is refused
        { Found,           "=         =         =         =         =" },
        { Approached,      "attract   =         =         =         =" },
        { ShowedInterest,  "attract   =         =         =         =" },
        { Conversed,       "engage    engage    =         =         =" },
        { Applied,         "hire      hire      hire      =         hire" },
        { ProcessEnded,    "x         x         x         nurture   =" },
        { Hired,           "nurture   nurture   nurture   nurture   =" },
        { Parked,          "nurture   nurture   nurture   x         =" },
        { Reengaged,       "x         x         =         =         engage" },
        { LifecycleTrigger.EmploymentEnded, "nurture   =         =         =         =" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void The_default_lifecycle_is_this_table(LifecycleTrigger trigger, string row)
    {
        var cells = row.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(cells, Phase.BuiltIn.Select(phase => Cell(phase, trigger)));
    }

    [Fact]
    public void Every_trigger_is_in_the_table() =>
        Assert.Equal(Enum.GetValues<LifecycleTrigger>(), Table.Select(row => (LifecycleTrigger)row[0]));

    [Fact]
    public void The_documentation_draws_the_default_lifecycle()
    {
        var drawing = Engine.MachineOf(LifecycleDefinition.Default).ToMermaid();

        Assert.Contains($"```mermaid\n{drawing}```\n", Page(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_documentation_holds_the_table_of_the_default_lifecycle()
    {
        var lines = Enum.GetValues<LifecycleTrigger>().Select(trigger =>
            $"| `{trigger}` | {string.Join(" | ", Phase.BuiltIn.Select(phase => Shown(Cell(phase, trigger))))} |\n");

        Assert.Contains(string.Concat(lines), Page(), StringComparison.Ordinal);

        static string Shown(string cell) => cell switch { "=" => "stays", "x" => "–", _ => $"**{cell}**" };
    }

    [Fact]
    public void A_career_goes_round()
    {
        LifecycleTrigger[] life = [Found, Approached, Conversed, Applied, ProcessEnded, Conversed, Reengaged, Applied, Hired, LifecycleTrigger.EmploymentEnded, Reengaged];

        var phases = new List<Phase> { Phase.Discover };
        foreach (var trigger in life)
        {
            phases.Add(Engine.Decide(LifecycleDefinition.Default, phases[^1], trigger).Target);
        }

        Assert.Equal(
            "discover discover attract engage hire nurture nurture engage hire nurture nurture engage",
            string.Join(' ', phases));
    }

    [Fact]
    public void A_phase_that_the_definition_no_longer_has_stays_and_is_refused_as_unknown()
    {
        var answer = Engine.Decide(LifecycleDefinition.Default, Phase.From("alumni"), Applied);

        Assert.Equal((TransitionCodes.UnknownState, Phase.From("alumni")), (answer.Code, answer.Target));
    }

    [Fact]
    public void Unassigned_phases_and_undefined_triggers_are_mistakes_of_the_caller()
    {
        Assert.Throws<ArgumentException>("current", () => Engine.Decide(LifecycleDefinition.Default, default, Applied));
        Assert.Throws<ArgumentOutOfRangeException>("trigger", () => Engine.Decide(LifecycleDefinition.Default, Phase.Hire, (LifecycleTrigger)99));
        Assert.Throws<ArgumentNullException>("definition", () => Engine.Decide(null!, Phase.Hire, Applied));
    }

    [Fact]
    public void A_tenant_may_add_a_phase()
    {
        var alumni = Phase.From("alumni");
        var definition = LifecycleDefinition.Default with
        {
            Version = 2,
            Phases = LifecycleDefinition.Default.Phases.Add(alumni),
            Rows =
            [
                .. LifecycleDefinition.Default.Rows.Where(row => (row.From, row.Trigger) != (Phase.Nurture, LifecycleTrigger.EmploymentEnded)),
                new LifecycleRow { From = Phase.Nurture, Trigger = LifecycleTrigger.EmploymentEnded, To = alumni },
                new LifecycleRow { From = alumni, Trigger = Applied, To = Phase.Hire },
            ],
        };

        Assert.Empty(LifecycleReview.FaultsOf(definition));
        Assert.Equal(alumni, Engine.Decide(definition, Phase.Nurture, LifecycleTrigger.EmploymentEnded).Target);
        Assert.Equal(Phase.Nurture, Engine.Decide(LifecycleDefinition.Default, Phase.Nurture, LifecycleTrigger.EmploymentEnded).Target);
        Assert.Equal("candidate-lifecycle v2", Engine.MachineOf(definition).Name);
    }

    [Fact]
    public void A_faulty_definition_is_refused_with_every_fault()
    {
        var gone = Phase.From("gone");
        var definition = LifecycleDefinition.Default with
        {
            Phases = [Phase.Discover, Phase.Discover, Phase.Attract, Phase.Engage],
            Rows =
            [
                new LifecycleRow { From = gone, Trigger = Found, To = Phase.Discover },
                new LifecycleRow { From = Phase.Discover, Trigger = Approached, To = Phase.Attract },
                new LifecycleRow { From = Phase.Discover, Trigger = Approached, To = Phase.Discover },
                new LifecycleRow { From = Phase.Attract, Trigger = Applied, To = gone },
            ],
        };

        var thrown = Assert.Throws<StateMachineFaultsException>(() => Engine.Decide(definition, Phase.Discover, Found));

        Assert.Equal(
            ["machine.duplicate_name", "machine.source_undefined", "machine.target_undefined", "machine.ambiguous", "machine.no_way_out", "machine.state_unreachable"],
            thrown.Faults.Select(fault => fault.Code));
        Assert.Equal(thrown.Faults.AsEnumerable(), LifecycleReview.FaultsOf(definition));
    }

    [Fact]
    public void The_default_lifecycle_has_no_fault() => Assert.Empty(LifecycleReview.FaultsOf(LifecycleDefinition.Default));

    [Fact]
    public void A_definition_is_compiled_once() =>
        Assert.Same(Engine.MachineOf(LifecycleDefinition.Default), Engine.MachineOf(LifecycleDefinition.Default));

    private static string Cell(Phase phase, LifecycleTrigger trigger)
    {
        var answer = Engine.Decide(LifecycleDefinition.Default, phase, trigger);
        return answer.Outcome switch
        {
            TransitionOutcome.Moved => answer.Target.Value,
            TransitionOutcome.Ignored => "=",
            _ => "x",
        };
    }

    private static string Page() => File.ReadAllText(Path.Combine(Fixtures.FixturePaths.RepositoryRoot, "docs", "lifecycle.md"));
}
