using CandidateCrm.Applications;
using CandidateCrm.Calendars;
using CandidateCrm.Charter;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Rules.Shapes;

/// <summary>The parts of expectations: scopes, levels, pauses, limits by stage, allowances.</summary>
internal static class ExpectationParts
{
    private const int MostNamed = 1_000;

    internal static ObjectShape<ExpectationScope> Scope { get; } = new(table =>
    {
        var requisitions = table.List("requisitions", new ListShape<RequisitionId>(Texts.Id<RequisitionId>("The id of an opening"), most: MostNamed) { IsSet = true }, s => s.Requisitions, "The openings; all where it is left out.");
        var pipelines = table.List("pipelines", new ListShape<PipelineKey>(Texts.Code<PipelineKey>("The key of a pipeline"), most: MostNamed) { IsSet = true }, s => s.Pipelines, "The pipelines; all where it is left out.");
        var reached = table.Maybe("reached", Texts.Word<StageCategory>("a category of stages"), s => s.Reached, "How far an application must have come at least.");
        table.Ignore("segment", new ReservedShape(RulesFaultCodes.SegmentReserved, "An expectation cannot be bound to a segment yet; the name is kept for it. Say requisitions, pipelines or reached."), "Kept for segments; this version refuses it.");
        return (values, _) => new ExpectationScope { Requisitions = values.Of(requisitions), Pipelines = values.Of(pipelines), Reached = values.Of(reached) };
    });

    internal static ObjectShape<PromiseLevel> Level { get; } = new(table =>
    {
        var key = table.Must("key", Texts.Code<LevelKey>("The key of a level"), l => l.Key, "The key of the level, once per expectation.");
        var kind = table.May("kind", Texts.Word<LevelKind>("a kind of level"), l => l.Kind, "What it is for; a warning by default.");
        var at = table.Must("at", LevelTimeShape.Shape, l => l.At, "When it is reached.");
        var to = table.List("to", new ListShape<StaffRole>(Texts.Code<StaffRole>("A staff role"), most: PromiseLevel.MostRoles), l => l.To, "Whom to tell, one after the other.");
        var every = table.Maybe("every", Texts.Length(isElapsed: false, StepFault), l => l.Every, "The working time from one role to the next, such as PT8H.");
        var task = table.May("opensTask", FlagShape.Instance, l => l.OpensTask, "Whether a recruiter task is opened; false by default.");
        var hours = table.May("noticeHours", Texts.Code<CalendarKey>("The key of a calendar"), l => l.NoticeHours, "The calendar of those who are told; a task waits for their next open instant. At once where it is left out.");
        return (values, _) => new PromiseLevel
        {
            Key = values.Of(key),
            Kind = values.Of(kind),
            At = values.Of(at),
            To = values.Of(to),
            Every = values.Of(every),
            OpensTask = values.Of(task),
            NoticeHours = values.Of(hours),
        };
    });

    internal static ObjectShape<PauseRule> Pause { get; } = new(table =>
    {
        var reason = table.Must("reason", Texts.Code<PauseReason>("A reason to pause"), p => p.Reason, "Why it stands still, once per expectation.");
        var pausedBy = table.Must("pausedBy", FactMatchShape.Patterns, p => p.PausedBy?.AnyOf ?? [], "Any of these facts begins the pause.");
        var resumedBy = table.Must("resumedBy", FactMatchShape.Patterns, p => p.ResumedBy?.AnyOf ?? [], "Any of these facts ends it.");
        var longest = table.Maybe("longest", Texts.Length(isElapsed: true, PauseFault), p => p.Longest, "After how much elapsed time it ends by itself, such as P14D; never where it is left out.");
        return (values, _) => new PauseRule
        {
            Reason = values.Of(reason),
            PausedBy = new FactPattern { AnyOf = values.Of(pausedBy) },
            ResumedBy = new FactPattern { AnyOf = values.Of(resumedBy) },
            Longest = values.Of(longest),
        };
    });

    internal static ObjectShape<StageLimit> StageLimit { get; } = new(table =>
    {
        var stage = table.May("stage", Texts.Code<StageKey>("The key of a stage"), l => l.Stage, "The stage; every stage where it is left out.");
        var category = table.Maybe("category", Texts.Word<StageCategory>("a category of stages"), l => l.Category, "The kind of stage; every kind where it is left out.");
        var limit = table.Must("limit", LimitShape.Shape, l => l.Limit, "The time allowed.");
        return (values, _) => new StageLimit { Stage = values.Of(stage), Category = values.Of(category), Limit = values.Of(limit) };
    });

    internal static ObjectShape<Allowance> Allowance { get; } = new(table =>
    {
        var count = table.Must("count", new WholeShape(1, Charter.Allowance.Most, "An allowance"), a => a.Count, "How many are allowed.");
        var within = table.Must("within", Texts.Length(isElapsed: true, WithinFault), a => a.Within, "Within which elapsed time, such as P7D.");
        return (values, _) => new Allowance { Count = values.Of(count), Within = values.Of(within) };
    });

    private static string? StepFault(Duration step) =>
        step > Duration.Zero && step <= PromiseLevel.LongestStep ? null : "From one role to the next it is more than zero and at most 10,000 hours of working time.";

    private static string? PauseFault(Duration longest) =>
        longest >= Duration.FromMinutes(1) && longest <= PauseRule.MostLongest ? null : "A pause ends by itself after one minute to 3,650 days.";

    private static string? WithinFault(Duration within) =>
        within >= Duration.FromMinutes(1) && within <= Charter.Allowance.Longest ? null : "They are counted within one minute to 366 days.";
}
