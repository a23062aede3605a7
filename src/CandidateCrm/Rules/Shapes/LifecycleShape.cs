using CandidateCrm.Lifecycle;

namespace CandidateCrm.Rules.Shapes;

/// <summary>Lifecycles: phases, and rows such as <c>{"from":"hire","trigger":"hired","to":"nurture"}</c>.</summary>
internal static class LifecycleShape
{
    private static readonly TextShape<Phase> Phases = Texts.Code<Phase>("A phase");

    private static ObjectShape<LifecycleRow> Row { get; } = new(table =>
    {
        var from = table.Must("from", Phases, row => row.From, "The phase before.");
        var trigger = table.Must("trigger", Texts.Word<LifecycleTrigger>("a trigger"), row => row.Trigger, "What happens.");
        var to = table.Must("to", Phases, row => row.To, "The phase afterwards; the same as before says: expected here, and nothing changes.");
        return (values, _) => new LifecycleRow { From = values.Of(from), Trigger = values.Of(trigger), To = values.Of(to) };
    });

    internal static DefinitionOf<LifecycleDefinition> Shape { get; } = new(DefinitionKind.Lifecycle, Definition.Of, table =>
    {
        var key = table.Must("key", Texts.Code<LifecycleKey>("The key of a lifecycle"), l => l.Key, "The key of the lifecycle.");
        var version = table.Version(l => l.Version);
        var start = table.Must("start", Phases, l => l.Start, "The phase in which a relationship starts.");
        var phases = table.Must("phases", new ListShape<Phase>(Phases, least: 1, most: LifecycleDefinition.MostPhases), l => l.Phases, "The phases in the order in which they are shown.");
        var rows = table.Must("rows", new ListShape<LifecycleRow>(Row, most: LifecycleDefinition.MostRows), l => l.Rows, "What leads from one phase to another; one row for a phase and a trigger.");
        return (values, _) => new LifecycleDefinition
        {
            Key = values.Of(key), Version = values.Of(version), Start = values.Of(start), Phases = values.Of(phases), Rows = values.Of(rows),
        };
    });
}
