using CandidateCrm.Calendars;
using CandidateCrm.Charter;
using CandidateCrm.Timeline;

namespace CandidateCrm.Rules.Shapes;

/// <summary>Expectations: facts that open a promise, facts that keep it, and the time allowed.</summary>
internal static class ExpectationShape
{
    private const int MostAlternatives = 32;

    private static ObjectShape<FactMatch> Match { get; } = new(table =>
    {
        var fact = table.Must("fact", Texts.Fact, m => m.Type, "The wire name of the fact.");
        var kind = table.May("kind", Texts.Code<TouchKind>("A kind of touchpoint"), m => m.Kind, "The kind of a touchpoint; every kind where it is left out.");
        var direction = table.Maybe("direction", Texts.Word<Direction>("a direction"), m => m.Direction, "The direction of a touchpoint; every direction where it is left out.");
        var code = table.May("code", Texts.Code<FactCode>("The code of a custom fact"), m => m.Code, "The code of a custom fact; every code where it is left out.");
        return (values, _) => new FactMatch { Type = values.Of(fact), Kind = values.Of(kind), Direction = values.Of(direction), Code = values.Of(code) };
    });

    internal static DefinitionOf<Expectation> Shape { get; } = new(DefinitionKind.Expectation, Definition.Of, table =>
    {
        var key = table.Must("key", Texts.Code<ExpectationKey>("The key of an expectation"), e => e.Key, "The key of the expectation.");
        var version = table.Version(e => e.Version);
        var patterns = new ListShape<FactMatch>(Match, least: 1, most: MostAlternatives);
        var startedBy = table.Must("startedBy", patterns, e => e.StartedBy?.AnyOf ?? [], "Any of these facts opens a promise.");
        var keptBy = table.Must("keptBy", patterns, e => e.KeptBy?.AnyOf ?? [], "Any of these facts keeps it.");
        var limit = table.Must("limit", LimitShape.Shape, e => e.Limit, "The time allowed.");
        var calendar = table.Must("calendar", Texts.Code<CalendarKey>("The key of a calendar"), e => e.Calendar, "The calendar that the limit is counted with.");
        var automation = table.May("automationMayKeep", FlagShape.Instance, e => e.AutomationMayKeep, "Whether what no person did may keep it; false by default.");
        var task = table.May("taskWhenBroken", FlagShape.Instance, e => e.TaskWhenBroken, "Whether a recruiter task is opened when it is broken; true by default.", otherwise: true);
        var text = table.Words("text", e => e.Text, "What is promised, in words for candidates, by language tag such as en.");
        return (values, _) => new Expectation
        {
            Key = values.Of(key),
            Version = values.Of(version),
            StartedBy = new FactPattern { AnyOf = values.Of(startedBy) },
            KeptBy = new FactPattern { AnyOf = values.Of(keptBy) },
            Limit = values.Of(limit),
            Calendar = values.Of(calendar),
            AutomationMayKeep = values.Of(automation),
            TaskWhenBroken = values.Of(task),
            Text = values.Of(text),
        };
    });
}
