using CandidateCrm.Applications;

namespace CandidateCrm.Rules.Shapes;

/// <summary>Settings: <c>{"schema":1,"kind":"settings","zone":"Europe/Berlin","announced":["charter.promise_broken"]}</c>.</summary>
internal static class SettingsShape
{
    private static ObjectShape<ProcessSeparation> Separation { get; } = new(table =>
    {
        var pipeline = table.May("otherPipeline", FlagShape.Instance, s => s.OtherPipeline, "Whether processes in two different pipelines are separate.");
        var family = table.May("otherFamily", FlagShape.Instance, s => s.OtherFamily, "Whether processes for openings of two different families are separate.");
        var pipelines = table.List(
            "pipelines",
            new ListShape<PipelineKey>(Texts.Code<PipelineKey>("The key of a pipeline"), most: ProcessSeparation.Most) { IsSet = true },
            s => s.Pipelines,
            "Pipelines whose processes are separate from those in every other one.");
        var families = table.List(
            "families",
            new ListShape<RequisitionFamily>(Texts.Code<RequisitionFamily>("A family"), most: ProcessSeparation.Most) { IsSet = true },
            s => s.Families,
            "Families whose processes are separate from those of every other one.");
        return (values, _) => new ProcessSeparation
        {
            OtherPipeline = values.Of(pipeline),
            OtherFamily = values.Of(family),
            Pipelines = values.Of(pipelines),
            Families = values.Of(families),
        };
    });

    internal static DefinitionOf<RulesSettings> Shape { get; } = new(DefinitionKind.Settings, Definition.Of, table =>
    {
        var zone = table.Must("zone", Texts.Zone, s => s.Zone, "The tenant's zone by its IANA id, for dates without a time and for reports.");
        var announced = table.List(
            "announced",
            new ListShape<string>(Texts.Announcement) { IsSet = true },
            s => s.Announced is { } names ? [.. names.Order(StringComparer.Ordinal)] : [],
            "The wire names of derived events that handlers are to see.");
        var order = table.List(
            "order",
            new ListShape<DefinitionName>(Texts.Name) { IsSet = true },
            s => s.Order,
            "The definitions that come first among those of their kind, as kind/key; the others follow in ordinal order. The first pipeline serves applications that name none.");
        var window = table.May("refusalWindowDays", new WholeShape(0, 365, "A window"), s => s.Refusals?.WindowDays ?? 0, "The days within which a person is refused at most once; 14 by default.", RefusalPolicy.Default.WindowDays);
        var stale = table.May("refusalStaleAfterDays", new WholeShape(1, 3_650, "A time"), s => s.Refusals?.StaleAfterDays ?? 1, "The days after which a refusal that nobody told is stale; 365 by default.", RefusalPolicy.Default.StaleAfterDays);
        var automation = table.May("automationTellsRefusals", FlagShape.Instance, s => s.Refusals?.AutomationTells ?? true, "Whether an automatic touchpoint that says of itself that it answers counts as telling a refusal; it does by default.", RefusalPolicy.Default.AutomationTells);
        var marked = table.May("onlyMarkedTellsRefusals", FlagShape.Instance, s => s.Refusals?.OnlyMarkedTells ?? false, "Whether only touchpoints that say of themselves that they answer tell a refusal; false by default.", RefusalPolicy.Default.OnlyMarkedTells);
        var separate = table.May("separateProcesses", Separation, s => s.Refusals?.Separate ?? ProcessSeparation.None, "Which processes of one person are separate, so that a live one holds no refusal of the other back; none by default.", ProcessSeparation.None);
        return (values, _) => new RulesSettings
        {
            Zone = values.Of(zone),
            Announced = [.. values.Of(announced)],
            Order = values.Of(order),
            Refusals = new RefusalPolicy
            {
                WindowDays = values.Of(window),
                StaleAfterDays = values.Of(stale),
                AutomationTells = values.Of(automation),
                OnlyMarkedTells = values.Of(marked),
                Separate = values.Of(separate),
            },
        };
    });
}
