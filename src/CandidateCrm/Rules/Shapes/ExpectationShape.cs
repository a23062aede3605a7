using CandidateCrm.Calendars;
using CandidateCrm.Charter;
using CandidateCrm.Timeline;

namespace CandidateCrm.Rules.Shapes;

/// <summary>Expectations: facts that open a promise, facts that keep it, and the time allowed.</summary>
internal static class ExpectationShape
{
    internal static DefinitionOf<Expectation> Shape { get; } = new(DefinitionKind.Expectation, Definition.Of, table =>
    {
        var key = table.Must("key", Texts.Code<ExpectationKey>("The key of an expectation"), e => e.Key, "The key of the expectation.");
        var version = table.Version(e => e.Version);
        var startedBy = table.Must("startedBy", FactMatchShape.Patterns, e => e.StartedBy?.AnyOf ?? [], "Any of these facts opens a promise.");
        var keptBy = table.Must("keptBy", FactMatchShape.Patterns, e => e.KeptBy?.AnyOf ?? [], "Any of these facts keeps it.");
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
