using CandidateCrm.Applications;
using NodaTime;
using NodaTime.Text;

namespace CandidateCrm.Rules.Shapes;

/// <summary>Reminders of interviews: <c>{"key":"hour-before","before":"PT1H"}</c> or <c>{"key":"day-before","daysBefore":1,"time":"18:00"}</c>.</summary>
internal static class ReminderShape
{
    private const string Before = "before";
    private const string Days = "daysBefore";

    private static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private static TextShape<LocalTime> Time { get; } = new()
    {
        From = (text, out time) => TimePattern.Parse(text).TryGetValue(default, out time)
            ? null
            : new Complaint(RulesFaultCodes.HoursInvalid, "A time of day is written such as 18:00."),
        To = TimePattern.Format,
        Rule = schema => schema.WriteString("pattern", "^([01][0-9]|2[0-3]):[0-5][0-9]$"),
    };

    internal static ChoiceShape<InterviewReminder> Shape { get; } = new(
    [
        (Before, new ObjectShape<InterviewReminder>(Ahead), reminder => reminder.Time?.Before is not null),
        (Days, new ObjectShape<InterviewReminder>(OnADay), reminder => reminder.Time is { Before: null }),
    ]);

    private static Func<MemberValues<InterviewReminder>, Place, InterviewReminder?> Ahead(MemberTable<InterviewReminder> table)
    {
        var key = Key(table);
        var before = table.Must(Before, Texts.Length(isElapsed: true, Bounds), reminder => reminder.Time.Before ?? default, "Elapsed time before the interview begins, such as PT24H.");
        return (values, _) => new InterviewReminder { Key = values.Of(key), Time = ReminderTime.Ahead(values.Of(before)) };
    }

    private static Func<MemberValues<InterviewReminder>, Place, InterviewReminder?> OnADay(MemberTable<InterviewReminder> table)
    {
        var key = Key(table);
        var days = table.Must(Days, new WholeShape(0, 60, "The days before an interview"), reminder => reminder.Time.Days, "How many dates before that of the interview; 0 is the same date.");
        var time = table.Must("time", Time, reminder => reminder.Time.Time, "The time of day where the interview takes place, such as 18:00.");
        return (values, _) => new InterviewReminder { Key = values.Of(key), Time = ReminderTime.DaysBefore(values.Of(days), values.Of(time)) };
    }

    private static TypedMember<InterviewReminder, ReminderKey> Key(MemberTable<InterviewReminder> table) =>
        table.Must("key", Texts.Code<ReminderKey>("The key of a reminder"), reminder => reminder.Key, "The key of the reminder, once per pipeline.");

    private static string? Bounds(Duration before) =>
        before >= Duration.FromMinutes(1) && before <= Duration.FromDays(60) ? null : "A reminder comes one minute to 60 days before the interview.";
}
