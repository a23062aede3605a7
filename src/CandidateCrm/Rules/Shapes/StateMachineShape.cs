using CandidateCrm.Candidates;
using CandidateCrm.Lifecycle;

namespace CandidateCrm.Rules.Shapes;

/// <summary>State machines whose states and triggers are texts, and whose guards, choices and parameters are names of what the host registered.</summary>
internal static class StateMachineShape
{
    internal const int Schema = 1;
    private const int Most = 1 << 20;

    private static readonly TextShape<string> Code = new()
    {
        From = (text, out read) => HostText.IsCode(read = text) ? null : new Complaint(RulesFaultCodes.CodeInvalid, $"A name {Texts.CodeRule}"),
        To = text => text,
        Rule = schema => schema.WriteString("pattern", $"^{Texts.CodePattern}$"),
    };

    private static ObjectShape<MachineWordUse> Word { get; } = new(table =>
    {
        var name = table.Must("name", Code, word => word.Name, "The name under which the host registered it.");
        var version = table.Must("version", new WholeShape(1, int.MaxValue, "A version"), word => word.Version, "The version under which the host registered it.");
        return (values, _) => new MachineWordUse(values.Of(name), values.Of(version));
    });

    private static ObjectShape<StateRow> State { get; } = new(table =>
    {
        var state = table.Must("state", Texts.Line, row => row.State, "The name of the state.");
        var within = table.May<string>("in", Texts.Line, row => row.In!, "The state that it is a substate of.");
        var begins = table.May<string>("begins", Texts.Line, row => row.Begins!, "The substate in which it begins; where it has substates.");
        var terminal = table.May("terminal", FlagShape.Instance, row => row.IsTerminal, "Whether it is meant to have no way out.");
        return (values, _) => new StateRow(values.Of(state), values.Of(within), values.Of(begins), values.Of(terminal));
    });

    private static ObjectShape<ParameterRow> Parameter { get; } = new(table =>
    {
        var trigger = table.Must("trigger", Texts.Line, row => row.Trigger, "The trigger that needs it.");
        var parameter = table.Must("parameter", Word, row => row.Parameter, "The parameter.");
        return (values, _) => new ParameterRow(values.Of(trigger), values.Of(parameter));
    });

    private static ObjectShape<RuleRow> Rule { get; } = new(table =>
    {
        var source = table.Must("from", Texts.Line, row => row.From, "The state that the rule is for.");
        var trigger = table.Must("on", Texts.Line, row => row.On, "The trigger that it answers.");
        var condition = table.May<MachineWordUse>("if", Word, row => row.If!, "The guard; without one, the rule always applies.");
        var target = table.May<string>("to", Texts.Line, row => row.To!, "The state to which it leads.");
        var choice = table.May<MachineWordUse>("choose", Word, row => row.Choose!, "What chooses the state to which it leads.");
        var among = table.List("among", new ListShape<string>(Texts.Line, most: Most), row => row.Among, "The states among which is chosen.");
        var deed = table.Maybe("does", Texts.Word<RuleDeed>("what a rule does"), row => row.Does, "What it does instead of leading to a state.");
        return (values, place) =>
        {
            var row = new RuleRow(values.Of(source), values.Of(trigger), values.Of(condition), values.Of(target), values.Of(choice), values.Of(among), values.Of(deed));
            var ways = (row.To is null ? 0 : 1) + (row.Choose is null ? 0 : 1) + (row.Does is null ? 0 : 1);
            if (ways != 1)
            {
                place.Fault(StateMachineFaultCodes.RuleUnclear, "Exactly one of these members belongs here: to, choose, does.");
                return null;
            }

            if (row.Choose is null && !row.Among.IsEmpty)
            {
                place.Fault(StateMachineFaultCodes.RuleUnclear, "The member among belongs here only beside choose.");
                return null;
            }

            return row;
        };
    });

    internal static ObjectShape<StateMachineDocument> Shape { get; } = new(table =>
    {
        table.Ignore("$schema", new ToolTextShape(), "Where an editor finds the JSON Schema; nothing else reads it.");
        table.Must("schema", new WholeShape(Schema, Schema, "The version of the form"), _ => Schema, "The version of the form.");
        var name = table.Must("name", Texts.Line, machine => machine.Name, "The name that drawings and messages show.");
        var starts = table.Must("starts", new ListShape<string>(Texts.Line, most: Most) { IsSet = true }, machine => machine.Starts, "The states in which it may start.");
        var states = table.Must("states", new ListShape<StateRow>(State, most: Most), machine => machine.States, "The states in the order in which they are shown.");
        var triggers = table.List("triggers", new ListShape<string>(Texts.Line, most: Most) { IsSet = true }, machine => machine.Triggers, "The triggers in the order in which they are shown.");
        var parameters = table.List("parameters", new ListShape<ParameterRow>(Parameter, most: Most), machine => machine.Parameters, "What triggers need.");
        var rules = table.List("rules", new ListShape<RuleRow>(Rule, most: Most), machine => machine.Rules, "The rules; for one state and trigger, guards are asked in this order.");
        return (values, _) => new StateMachineDocument
        {
            Name = values.Of(name),
            Starts = values.Of(starts),
            States = values.Of(states),
            Triggers = values.Of(triggers),
            Parameters = values.Of(parameters),
            Rules = values.Of(rules),
        };
    });
}
