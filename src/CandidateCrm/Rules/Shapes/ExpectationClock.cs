using System.Collections.Immutable;
using CandidateCrm.Calendars;
using CandidateCrm.Charter;

namespace CandidateCrm.Rules.Shapes;

/// <summary>The members that every expectation with a clock has.</summary>
internal sealed class ExpectationClock<T>(MemberTable<T> table)
    where T : TimedExpectation
{
    private readonly TypedMember<T, CalendarKey> _calendar = table.Must("calendar", Texts.Code<CalendarKey>("The key of a calendar"), e => e.Calendar, "The calendar that the limit is counted with.");
    private readonly TypedMember<T, bool> _automation = table.May("automationMayKeep", FlagShape.Instance, e => e.AutomationMayKeep, "Whether what no person did may keep it; false by default.");
    private readonly TypedMember<T, ImmutableArray<PromiseLevel>> _levels = table.List("levels", new ListShape<PromiseLevel>(ExpectationParts.Level, most: TimedExpectation.MostLevels), e => e.Levels, "Who is told, and when, before it is due and after it broke.");
    private readonly TypedMember<T, ImmutableArray<PauseRule>> _pauses = table.List("pauses", new ListShape<PauseRule>(ExpectationParts.Pause, most: TimedExpectation.MostPauses), e => e.Pauses, "What makes its time stand still.");

    internal CalendarKey Calendar(MemberValues<T> values) => values.Of(_calendar);

    /// <summary>Returns an expectation with these members.</summary>
    internal TimedExpectation Of(MemberValues<T> values, TimedExpectation expectation) => expectation with
    {
        AutomationMayKeep = values.Of(_automation),
        Levels = values.Of(_levels),
        Pauses = values.Of(_pauses),
    };
}
