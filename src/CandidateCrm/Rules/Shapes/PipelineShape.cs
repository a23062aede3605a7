using CandidateCrm.Applications;
using NodaTime;

namespace CandidateCrm.Rules.Shapes;

/// <summary>Pipelines: stages in order, such as <c>{"key":"interview","name":"First talk","category":"interview"}</c>.</summary>
internal static class PipelineShape
{
    private static readonly Duration LongestDraft = Duration.FromDays(3_650);
    private static readonly Duration LongestSame = Duration.FromDays(30);

    private static ObjectShape<Stage> Stage { get; } = new(table =>
    {
        var key = table.Must("key", Texts.Code<StageKey>("The key of a stage"), s => s.Key, "The key of the stage, once per pipeline.");
        var name = table.May<string>("name", Texts.Line, NameOf, "The name that recruiters see; the key where it is left out.", otherwise: null!);
        var category = table.May("category", Texts.Word<StageCategory>("a category of stages"), s => s.Category, "What kind of step it is, whatever it is called.");
        var requires = table.List("requires", new ListShape<StageCondition>(Texts.Word<StageCondition>("a condition of stages")) { IsSet = true }, s => s.Requires, "What must be known of an application that enters it.");
        return (values, _) => new Stage { Key = values.Of(key), Name = values.Of(name) ?? values.Of(key).Value, Category = values.Of(category), Requires = values.Of(requires) };
    });

    private static ListShape<Stage> Stages { get; } = new(Stage, least: 1, most: PipelineDefinition.MostStages);

    private static ObjectShape<PipelineOverride> Override { get; } = new(table =>
    {
        var requisitions = table.Must("requisitions", new ListShape<RequisitionId>(Texts.Id<RequisitionId>("The id of an opening"), least: 1) { IsSet = true }, o => o.Requisitions, "The openings.");
        var stages = table.Must("stages", Stages, o => o.Stages, "Their stages in order, in place of those of the pipeline.");
        return (values, _) => new PipelineOverride { Requisitions = values.Of(requisitions), Stages = values.Of(stages) };
    });

    internal static DefinitionOf<PipelineDefinition> Shape { get; } = new(DefinitionKind.Pipeline, Definition.Of, table =>
    {
        var key = table.Must("key", Texts.Code<PipelineKey>("The key of a pipeline"), p => p.Key, "The key of the pipeline.");
        var version = table.Version(p => p.Version);
        var stages = table.Must("stages", Stages, p => p.Stages, "The stages in order; the first is where an application stands when it was submitted.");
        var backward = table.May("allowsBackward", FlagShape.Instance, p => p.AllowsBackward, "Whether moves to an earlier stage are expected; true by default.", otherwise: true);
        var skipping = table.May("allowsSkipping", FlagShape.Instance, p => p.AllowsSkipping, "Whether moves past a stage that was never reached are expected; true by default.", otherwise: true);
        var overrides = table.List("overrides", new ListShape<PipelineOverride>(Override), p => p.Overrides, "Stages of their own for some openings.");
        var abandons = table.Maybe("abandonsDraftsAfter", Texts.Length(isElapsed: true, DraftFault), p => p.AbandonsDraftsAfter, "After how long a silence a draft counts as abandoned, in whole days such as P14D; never where it is left out.");
        var same = table.May("sameApplicationWithin", Texts.Length(isElapsed: true, SameFault), p => p.SameApplicationWithin, "For how long after a submission another one for the same opening is the same application; 10 minutes by default.", otherwise: PipelineDefinition.SameApplicationByDefault);
        var reminders = table.List("reminders", new ListShape<InterviewReminder>(ReminderShape.Shape, most: PipelineDefinition.MostReminders), p => p.Reminders, "When interviews of its applications are announced as near.");
        return (values, _) => new PipelineDefinition
        {
            Key = values.Of(key),
            Version = values.Of(version),
            Stages = values.Of(stages),
            AllowsBackward = values.Of(backward),
            AllowsSkipping = values.Of(skipping),
            Overrides = values.Of(overrides),
            AbandonsDraftsAfter = values.Of(abandons),
            SameApplicationWithin = values.Of(same),
            Reminders = values.Of(reminders),
        };
    });

    private static string? DraftFault(Duration length) =>
        length >= Duration.FromDays(1) && length <= LongestDraft && length == Duration.FromDays(length.Days) ? null : "A draft is abandoned after 1 to 3,650 whole days, such as P14D.";

    private static string? SameFault(Duration length) =>
        length >= Duration.Zero && length <= LongestSame ? null : "Two submissions are the same application within 0 to 30 days, such as PT10M.";

    private static string NameOf(Stage stage) => string.Equals(stage.Name, stage.Key.ToString(), StringComparison.Ordinal) ? null! : stage.Name ?? string.Empty;
}
