using NodaTime.Text;
using static CandidateCrm.Calendars.DaysOfWeek;

namespace CandidateCrm.Calendars;

public sealed class BusinessDayTests
{
    private static readonly CompiledCalendar Berlin = WorkingCalendar.In("Europe/Berlin")
        .Open(Weekdays, "09:00-12:30", "13:30-18:00")
        .ClosePart(new(2026, 3, 12), "13:00-24:00", "afternoon off")
        .ClosePart(new(2026, 3, 13), "08:00-18:00", "all hours, though not the date")
        .Build().Compile();

    [Theory]
    [InlineData("2026-03-05T08:00:00Z", 1, "2026-03-06T17:00:00Z")] // Thursday morning: close of Friday
    [InlineData("2026-03-06T22:59:00Z", 1, "2026-03-09T17:00:00Z")] // Friday, 23:59 in Berlin: close of Monday
    [InlineData("2026-03-06T23:00:00Z", 1, "2026-03-09T17:00:00Z")] // Saturday in Berlin
    [InlineData("2026-03-08T23:00:00Z", 1, "2026-03-10T17:00:00Z")] // Monday in Berlin
    [InlineData("2026-03-11T08:00:00Z", 1, "2026-03-12T11:30:00Z")] // closes early
    [InlineData("2026-03-11T08:00:00Z", 2, "2026-03-16T17:00:00Z")] // nothing is left of Friday
    [InlineData("2026-03-07T08:00:00Z", 0, "2026-03-09T08:00:00Z")] // no days: the event's own instant, moved
    [InlineData("2026-03-06T08:00:00Z", 0, "2026-03-06T08:00:00Z")]
    public void Business_days_end_at_the_close_of_the_date(string at, int days, string due) =>
        Assert.Equal(At(due), Berlin.AddBusinessDays(At(at), days));

    [Theory]
    [InlineData("2026-03-05T08:15:00Z", 1, "2026-03-06T08:15:00Z")]
    [InlineData("2026-03-05T11:45:00Z", 1, "2026-03-06T12:30:00Z")] // 12:45 is the break: its end
    [InlineData("2026-03-05T19:00:00Z", 1, "2026-03-09T08:00:00Z")] // 20:00 on Friday: Monday's opening
    [InlineData("2026-03-10T08:15:00Z", -1, "2026-03-09T08:15:00Z")]
    [InlineData("2026-03-10T11:45:00Z", -1, "2026-03-09T11:30:00Z")] // back to the start of the break
    [InlineData("2026-03-10T05:00:00Z", -1, "2026-03-06T17:00:00Z")] // 06:00 on Monday: Friday's close
    [InlineData("2026-03-14T08:15:00Z", -1, "2026-03-12T08:15:00Z")]
    [InlineData("2026-03-27T09:15:00Z", 1, "2026-03-30T08:15:00Z")] // over the change to summer time the clock stays
    public void The_same_clock_time_is_moved_into_hours(string at, int days, string due) =>
        Assert.Equal(At(due), Berlin.AddBusinessDays(At(at), days, BusinessDayMode.SameClockTime));

    [Theory]
    [InlineData("2026-03-05T16:59:59Z", "2026-03-06T17:00:00Z")]
    [InlineData("2026-03-05T17:00:00Z", "2026-03-09T17:00:00Z")] // at the close it is closed: counts for Friday
    [InlineData("2026-03-06T18:00:00Z", "2026-03-09T17:00:00Z")] // Friday evening counts for Saturday
    [InlineData("2026-03-08T18:00:00Z", "2026-03-09T17:00:00Z")] // Sunday has no close
    public void An_event_after_closing_can_count_for_the_next_date(string at, string due) =>
        Assert.Equal(At(due), Berlin.AddBusinessDays(At(at), 1, BusinessDayMode.CloseOfDay, AfterClosing.NextDate));

    [Fact]
    public void Counting_back_to_a_close_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Berlin.AddBusinessDays(At("2026-03-05T16:59:59Z"), -1));

    [Fact]
    public void An_interview_of_yesterday_evening_is_due_for_feedback_this_morning()
    {
        var calendar = WorkingCalendar.In("UTC").Open(Weekdays, "09:00-17:00").Build().Compile();
        Assert.Equal(At("2026-03-03T09:00:00Z"), calendar.AddBusinessDays(At("2026-03-02T18:00:00Z"), 0));
        Assert.Equal(At("2026-03-03T09:00:00Z"), calendar.Add(At("2026-03-02T18:00:00Z"), Duration.Zero));
    }

    [Fact]
    public void Business_days_between_leave_out_the_first_date_and_hold_the_second()
    {
        Assert.Equal(1, Berlin.BusinessDaysBetween(new(2026, 3, 5), new(2026, 3, 6)));
        Assert.Equal(0, Berlin.BusinessDaysBetween(new(2026, 3, 6), new(2026, 3, 8)));
        Assert.Equal(5, Berlin.BusinessDaysBetween(new(2026, 3, 6), new(2026, 3, 16)));
        Assert.Equal(-5, Berlin.BusinessDaysBetween(new(2026, 3, 16), new(2026, 3, 6)));
        Assert.Equal(0, Berlin.BusinessDaysBetween(new(2026, 3, 6), new(2026, 3, 6)));
    }

    [Fact]
    public void The_close_of_a_late_shift_lies_on_the_next_date()
    {
        var calendar = WorkingCalendar.In("UTC").Open(Weekdays, "06:00-10:00", "22:00-02:00").Build().Compile();
        Assert.Equal(At("2026-03-04T02:00:00Z"), calendar.AddBusinessDays(At("2026-03-02T23:00:00Z"), 1));
    }

    private static Instant At(string text) => InstantPattern.General.Parse(text).GetValueOrThrow();
}
