using CandidateCrm.Lifecycle;
using CandidateCrm.Timeline;

namespace CandidateCrm.Rules.Shapes;

/// <summary>Lifecycles: phases, and rows such as <c>{"from":"hire","trigger":"hired","to":"nurture"}</c>.</summary>
internal static class LifecycleShape
{
    private static readonly TextShape<Phase> Phases = Texts.Code<Phase>("A phase");

    private static TextShape<LifecycleTrigger> Triggers { get; } = Texts.Word<LifecycleTrigger>("a trigger");

    private static ObjectShape<LifecycleRow> Row { get; } = new(table =>
    {
        var from = table.Must("from", Phases, row => row.From, "The phase before.");
        var trigger = table.Must("trigger", Triggers, row => row.Trigger, "What happens.");
        var to = table.Must("to", Phases, row => row.To, "The phase afterwards; the same as before says: expected here, and nothing changes.");
        return (values, _) => new LifecycleRow { From = values.Of(from), Trigger = values.Of(trigger), To = values.Of(to) };
    });

    private static ObjectShape<LifecycleReading> Reading { get; } = new(table =>
    {
        var when = table.Must("when", FactMatchShape.Patterns, reading => reading.When.AnyOf, "Any of these facts.");
        var trigger = table.Maybe("trigger", Triggers, reading => reading.Trigger, "What they fire; nothing where it is left out.");
        return (values, _) => new LifecycleReading { When = new FactPattern { AnyOf = values.Of(when) }, Trigger = values.Of(trigger) };
    });

    private static ObjectShape<OverlayRules> Overlays { get; } = new(table =>
    {
        var triggers = new ListShape<LifecycleTrigger>(Triggers) { IsSet = true };
        var snooze = table.Must("snoozeRefuses", triggers, rules => rules.SnoozeRefuses, "What is refused while somebody is set aside until a date.");
        var ended = table.Must("snoozeEndedBy", triggers, rules => rules.SnoozeEndedBy, "What ends that before its date.");
        var bar = table.Must("contactBarRefuses", triggers, rules => rules.ContactBarRefuses, "What is refused while somebody is not to be approached.");
        return (values, _) => new OverlayRules { SnoozeRefuses = values.Of(snooze), SnoozeEndedBy = values.Of(ended), ContactBarRefuses = values.Of(bar) };
    });

    private static ObjectShape<OnboardingPlan> Plan { get; } = new(table =>
    {
        var day = new WholeShape(OnboardingPlan.EarliestDay, OnboardingPlan.LatestDay, "A day");
        var days = table.Must("checkInDays", new ListShape<int>(day, most: OnboardingPlan.MostCheckIns) { IsSet = true }, plan => plan.CheckInDays, "On which days, counted from the first day of work, somebody asks how they are.");
        var over = table.Must("overAfterDays", new WholeShape(0, OnboardingPlan.LatestDay, "A day"), plan => plan.OverAfterDays, "On which day the onboarding is over.");
        return (values, _) => new OnboardingPlan { CheckInDays = values.Of(days), OverAfterDays = values.Of(over) };
    });

    internal static DefinitionOf<LifecycleDefinition> Shape { get; } = new(DefinitionKind.Lifecycle, Definition.Of, table =>
    {
        var key = table.Must("key", Texts.Code<LifecycleKey>("The key of a lifecycle"), l => l.Key, "The key of the lifecycle.");
        var version = table.Version(l => l.Version);
        var start = table.Must("start", Phases, l => l.Start, "The phase in which a relationship starts.");
        var phases = table.Must("phases", new ListShape<Phase>(Phases, least: 1, most: LifecycleDefinition.MostPhases), l => l.Phases, "The phases in the order in which they are shown.");
        var rows = table.Must("rows", new ListShape<LifecycleRow>(Row, most: LifecycleDefinition.MostRows), l => l.Rows, "What leads from one phase to another; one row for a phase and a trigger.");
        var readings = table.List("readings", new ListShape<LifecycleReading>(Reading, most: LifecycleDefinition.MostReadings), l => l.Readings, "Facts that fire another trigger than the library reads in them; the first that means a fact decides.");
        var overlays = table.May("overlays", Overlays, l => l.Overlays, "What a snooze and a ban on contact refuse; reaching out by default.", OverlayRules.Default);
        var onboarding = table.May("onboarding", Plan, l => l.Onboarding, "How people who were hired are looked after; on the days -7, 7, 30 and 90 by default.", OnboardingPlan.Default);
        return (values, _) => new LifecycleDefinition
        {
            Key = values.Of(key),
            Version = values.Of(version),
            Start = values.Of(start),
            Phases = values.Of(phases),
            Rows = values.Of(rows),
            Readings = values.Of(readings),
            Overlays = values.Of(overlays),
            Onboarding = values.Of(onboarding),
        };
    });
}
