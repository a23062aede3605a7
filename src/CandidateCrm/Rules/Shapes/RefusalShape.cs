using CandidateCrm.Applications;

namespace CandidateCrm.Rules.Shapes;

/// <summary>How refusals of one person go together: members of the settings beside <c>refusalWindowDays</c>.</summary>
internal static class RefusalShape
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

    /// <summary>Adds the members, and returns how the policy is made of their values.</summary>
    internal static Func<MemberValues<RulesSettings>, RefusalPolicy> Add(MemberTable<RulesSettings> table)
    {
        var otherwise = RefusalPolicy.Default;
        var window = table.May("refusalWindowDays", new WholeShape(0, 365, "A window"), s => s.Refusals?.WindowDays ?? 0, "The days within which a person is refused at most once; 14 by default.", otherwise.WindowDays);
        var stale = table.May("refusalStaleAfterDays", new WholeShape(1, 3_650, "A time"), s => s.Refusals?.StaleAfterDays ?? 1, "The days after which a refusal that nobody told is stale; 365 by default.", otherwise.StaleAfterDays);
        var automation = table.May("automationTellsRefusals", FlagShape.Instance, s => s.Refusals?.AutomationTells ?? true, "Whether an automatic touchpoint that says of itself that it answers counts as telling a refusal; it does by default.", otherwise.AutomationTells);
        var marked = table.May("onlyMarkedTellsRefusals", FlagShape.Instance, s => s.Refusals?.OnlyMarkedTells ?? false, "Whether only touchpoints that say of themselves that they answer tell a refusal; false by default.", otherwise.OnlyMarkedTells);
        var separate = table.May("separateProcesses", Separation, s => s.Refusals?.Separate ?? ProcessSeparation.None, "Which processes of one person are separate, so that a live one holds no refusal of the other back; none by default.", ProcessSeparation.None);
        return values => new RefusalPolicy
        {
            WindowDays = values.Of(window),
            StaleAfterDays = values.Of(stale),
            AutomationTells = values.Of(automation),
            OnlyMarkedTells = values.Of(marked),
            Separate = values.Of(separate),
        };
    }
}
