using CandidateCrm.Applications;

namespace CandidateCrm.Rules.Shapes;

/// <summary>Pipelines: stages in order, such as <c>{"key":"interview","name":"First talk"}</c>.</summary>
internal static class PipelineShape
{
    private static ObjectShape<Stage> Stages { get; } = new(table =>
    {
        var key = table.Must("key", Texts.Code<StageKey>("The key of a stage"), s => s.Key, "The key of the stage, once per pipeline.");
        var name = table.May<string>("name", Texts.Line, NameOf, "The name that recruiters see; the key where it is left out.", otherwise: null!);
        return (values, _) => new Stage { Key = values.Of(key), Name = values.Of(name) ?? values.Of(key).Value };
    });

    internal static DefinitionOf<PipelineDefinition> Shape { get; } = new(DefinitionKind.Pipeline, Definition.Of, table =>
    {
        var key = table.Must("key", Texts.Code<PipelineKey>("The key of a pipeline"), p => p.Key, "The key of the pipeline.");
        var version = table.Version(p => p.Version);
        var stages = table.Must("stages", new ListShape<Stage>(Stages, least: 1, most: 1_000), p => p.Stages, "The stages in order; the first is where an application stands when it was submitted.");
        var reminders = table.List("reminders", new ListShape<InterviewReminder>(ReminderShape.Shape, most: PipelineDefinition.MostReminders), p => p.Reminders, "When interviews of its applications are announced as near.");
        return (values, _) => new PipelineDefinition { Key = values.Of(key), Version = values.Of(version), Stages = values.Of(stages), Reminders = values.Of(reminders) };
    });

    private static string NameOf(Stage stage) => string.Equals(stage.Name, stage.Key.ToString(), StringComparison.Ordinal) ? null! : stage.Name ?? string.Empty;
}
