using CandidateCrm.Calendars;
using CandidateCrm.Charter;
using NodaTime;

namespace CandidateCrm.Rules.Shapes;

/// <summary>Limits: <c>{"businessDays":5}</c>, <c>{"workingTime":"PT16H"}</c> or <c>{"until":"2026-06-30T10:00:00Z"}</c>.</summary>
internal static class LimitShape
{
    private const string Days = "businessDays";
    private const string Time = "workingTime";
    private const string Until = "until";

    internal static ChoiceShape<Limit> Shape { get; } = new(
    [
        (Days, new ObjectShape<Limit>(InDays), limit => limit.Unit == LimitUnit.BusinessDays),
        (Time, new ObjectShape<Limit>(InTime), limit => limit.Unit == LimitUnit.WorkingTime),
        (Until, new ObjectShape<Limit>(InOne), limit => limit.Unit == LimitUnit.FixedInstant),
    ]);

    private static Func<MemberValues<Limit>, Place, Limit?> InDays(MemberTable<Limit> table)
    {
        var days = table.Must(Days, new WholeShape(1, 250, "A limit of business days"), limit => limit.Days, "How many business days, counted strictly after the date of the event.");
        var due = table.May("due", Texts.Word<BusinessDayMode>("a place on the last business day"), limit => limit.DayMode, "Where on the last of them it is due; at its close by default.");
        var late = table.May("afterClosing", Texts.Word<AfterClosing>("a date for what happens after closing"), limit => limit.AfterClosing, "Which date an event after closing counts for; its own by default.");
        return (values, _) => Limit.BusinessDays(values.Of(days), values.Of(due), values.Of(late));
    }

    private static Func<MemberValues<Limit>, Place, Limit?> InTime(MemberTable<Limit> table)
    {
        var time = table.Must(Time, Texts.Length(isElapsed: false, Fault), limit => limit.Time, "Open time of the calendar in hours, minutes and seconds, such as PT16H.");
        return (values, _) => Limit.WorkingTime(values.Of(time));
    }

    private static Func<MemberValues<Limit>, Place, Limit?> InOne(MemberTable<Limit> table)
    {
        var at = table.Must(Until, Texts.Point, limit => limit.At, "When it is due, whatever the calendar, such as 2026-06-30T10:00:00Z.");
        return (values, _) => Limit.Until(values.Of(at));
    }

    private static string? Fault(Duration time) =>
        time > Duration.Zero && time <= Duration.FromHours(10_000) ? null : "A limit of working time is more than zero and at most 10,000 hours.";
}
