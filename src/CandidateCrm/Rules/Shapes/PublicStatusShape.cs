using CandidateCrm.Applications;
using NodaTime;

namespace CandidateCrm.Rules.Shapes;

/// <summary>Public status: steps in words for candidates, and which stages and endings stand behind them.</summary>
internal static class PublicStatusShape
{
    private const int MostNamed = 1_000;

    private static readonly TextShape<PublicStepKey> StepKey = Texts.Code<PublicStepKey>("The key of a public step");

    private static TextShape<Duration> Wait { get; } = Texts.Length(isElapsed: true, wait => PublicDelay.IsWithin(wait) ? null : PublicDelay.Rule);

    private static ObjectShape<PublicDelay> Delay { get; } = new(table =>
    {
        var message = table.May("awaitsMessage", FlagShape.Instance, d => d.AwaitsMessage, "Whether it waits until the candidate was written to or spoken to about the application; false by default.");
        var least = table.May("atLeast", Wait, d => d.AtLeast, "The time that it waits at least, such as PT2H or P1D.");
        var most = table.Maybe("atMost", Wait, d => d.AtMost, "The time after which it is shown without a message; never where it is left out.");
        return (values, _) => new PublicDelay { AwaitsMessage = values.Of(message), AtLeast = values.Of(least), AtMost = values.Of(most) };
    });

    private static ObjectShape<PublicStep> Step { get; } = new(table =>
    {
        var key = table.Must("key", StepKey, s => s.Key, "The key of the step, once per definition. Candidates may see it.");
        var title = table.Words("title", s => s.Title, "What candidates read, by language tag such as en.");
        var next = table.Words("next", s => s.Next, "What comes next, in words for candidates, by language tag.");
        var delay = table.May<PublicDelay>("delay", Delay, s => s.Delay!, "What it waits for before candidates see it; nothing where it is left out.");
        var queue = table.May("isQueue", FlagShape.Instance, s => s.IsQueue, "Whether applications are taken in turn here, so that a place in the queue is true; false by default.");
        return (values, _) => new PublicStep { Key = values.Of(key), Title = values.Of(title), Next = values.Of(next), Delay = values.Of(delay), IsQueue = values.Of(queue) };
    });

    private static ObjectShape<PublicRow> Row { get; } = new(table =>
    {
        var step = table.Must("step", StepKey, r => r.Step, "The step that candidates see.");
        var categories = table.List("categories", new ListShape<StageCategory>(Texts.Word<StageCategory>("a category of stages"), most: MostNamed) { IsSet = true }, r => r.Categories, "The categories of stages behind it.");
        var stages = table.List("stages", new ListShape<StageKey>(Texts.Code<StageKey>("The key of a stage"), most: MostNamed) { IsSet = true }, r => r.Stages, "Stages behind it by their keys; they come before categories.");
        var pipeline = table.May("pipeline", Texts.Code<PipelineKey>("The key of a pipeline"), r => r.Pipeline, "The pipeline that it is for; any where it is left out.");
        return (values, _) => new PublicRow { Step = values.Of(step), Categories = values.Of(categories), Stages = values.Of(stages), Pipeline = values.Of(pipeline) };
    });

    private static ObjectShape<PublicEnding> Ending { get; } = new(table =>
    {
        var step = table.Must("step", StepKey, e => e.Step, "The step that candidates see.");
        var dispositions = table.Must("dispositions", new ListShape<Disposition>(Texts.Word<Disposition>("a disposition"), least: 1) { IsSet = true }, e => e.Dispositions, "The endings behind it.");
        return (values, _) => new PublicEnding { Step = values.Of(step), Dispositions = values.Of(dispositions) };
    });

    internal static DefinitionOf<PublicStatusDefinition> Shape { get; } = new(DefinitionKind.PublicStatus, Definition.Of, table =>
    {
        var key = table.Must("key", Texts.Code<PublicStatusKey>("The key of a public status"), p => p.Key, "The key of the definition.");
        var version = table.Version(p => p.Version);
        var steps = table.Must("steps", new ListShape<PublicStep>(Step, least: 1, most: PublicStatusReview.MostSteps), p => p.Steps, "The steps in the order in which candidates go through them, the endings last; the first is what they see at once.");
        var rows = table.List("rows", new ListShape<PublicRow>(Row, most: MostNamed), p => p.Rows, "Which stages stand behind the steps.");
        var endings = table.List("endings", new ListShape<PublicEnding>(Ending, most: MostNamed), p => p.Endings, "Which endings stand behind the steps.");
        return (values, _) => new PublicStatusDefinition { Key = values.Of(key), Version = values.Of(version), Steps = values.Of(steps), Rows = values.Of(rows), Endings = values.Of(endings) };
    });
}
