using NodaTime.Text;
using static CandidateCrm.Calendars.DaysOfWeek;

namespace CandidateCrm.Calendars;

/// <summary>Single cases on real days.</summary>
public sealed class CompiledCalendarTests
{
    private static readonly CompiledCalendar NineToFive = WorkingCalendar.In("UTC").Open(Weekdays, "09:00-17:00").Build().Compile();
    private static readonly CompiledCalendar Berlin = WorkingCalendar.In("Europe/Berlin").Open(Weekdays, "09:00-12:30", "13:30-18:00").Build().Compile();

    [Theory]
    [InlineData("2026-03-02T09:00:00Z", 480, "2026-03-02T17:00:00Z")] // used up exactly at closing: not the next opening
    [InlineData("2026-03-02T09:00:00Z", 481, "2026-03-03T09:01:00Z")]
    [InlineData("2026-03-02T17:00:00Z", 60, "2026-03-03T10:00:00Z")] // at the closing instant it is closed
    [InlineData("2026-03-06T18:00:00Z", 60, "2026-03-09T10:00:00Z")] // Friday evening counts from Monday
    [InlineData("2026-03-02T10:30:00Z", 45, "2026-03-02T11:15:00Z")]
    public void A_duration_is_used_up_in_open_hours(string start, int minutes, string due) =>
        Assert.Equal(At(due), NineToFive.Add(At(start), Duration.FromMinutes(minutes)));

    [Fact]
    public void Minutes_between_two_clock_times_are_those_minutes() =>
        Assert.Equal(Duration.FromMinutes(45), NineToFive.Elapsed(At("2026-03-02T10:30:00Z"), At("2026-03-02T11:15:00Z")));

    [Fact]
    public void Time_outside_hours_adds_nothing_to_a_used_up_limit()
    {
        var due = NineToFive.Add(At("2026-03-02T09:00:00Z"), Duration.FromHours(8));
        Assert.Equal(Duration.Zero, NineToFive.Elapsed(At("2026-03-02T17:00:00Z"), At("2026-03-03T09:00:00Z")));
        Assert.Equal(At("2026-03-02T17:00:00Z"), due);
    }

    [Fact]
    public void A_hold_within_hours_is_taken_from_the_elapsed_time() => Assert.Equal(
        Duration.FromHours(2),
        NineToFive.Elapsed(At("2026-03-02T10:00:00Z"), At("2026-03-02T13:00:00Z")) - NineToFive.Elapsed(At("2026-03-02T11:00:00Z"), At("2026-03-02T12:00:00Z")));

    [Fact]
    public void Both_parts_of_a_split_day_count()
    {
        Assert.Equal(At("2026-03-02T13:00:00Z"), Berlin.Add(At("2026-03-02T08:00:00Z"), Duration.FromHours(4)));
        Assert.Equal(Duration.FromHours(8), Berlin.Elapsed(At("2026-03-02T00:00:00Z"), At("2026-03-03T00:00:00Z")));
    }

    [Fact]
    public void An_open_day_of_25_hours_counts_25()
    {
        var calendar = WorkingCalendar.In("Europe/Berlin").Open(IsoDayOfWeek.Sunday, "00:00-24:00").Build().Compile();
        Assert.Equal(Duration.FromHours(25), calendar.Elapsed(At("2026-10-24T00:00:00Z"), At("2026-10-27T00:00:00Z")));
        Assert.Equal(Duration.FromHours(23), calendar.Elapsed(At("2026-03-28T00:00:00Z"), At("2026-03-31T00:00:00Z")));
    }

    [Fact]
    public void A_shift_over_midnight_belongs_to_the_day_it_starts_on()
    {
        var calendar = WorkingCalendar.In("UTC").Open(IsoDayOfWeek.Friday, "22:00-06:00").Close(new(2026, 3, 7), "closed Saturday").Build().Compile();
        Assert.True(calendar.IsOpen(At("2026-03-07T05:59:59Z")));
        Assert.Equal(At("2026-03-07T06:00:00Z"), calendar.CloseOf(new(2026, 3, 6)));
        Assert.False(calendar.IsBusinessDate(new(2026, 3, 7)));
        Assert.False(calendar.IsOpen(At("2026-03-07T06:00:00Z")));
    }

    [Fact]
    public void A_closed_date_closes_the_shift_that_starts_on_it_to_its_end()
    {
        var calendar = WorkingCalendar.In("UTC").Open(EveryDay, "22:00-06:00").Close(new(2026, 3, 6), "closed Friday").Build().Compile();
        Assert.True(calendar.IsOpen(At("2026-03-06T05:00:00Z")));
        Assert.Equal(At("2026-03-07T22:00:00Z"), calendar.NextOpen(At("2026-03-06T06:00:00Z")));
    }

    [Fact]
    public void A_closure_goes_before_an_override_and_an_override_before_the_week()
    {
        var calendar = WorkingCalendar.In("UTC").Open(Weekdays, "09:00-17:00")
            .Override(new(2026, 3, 7), "10:00-12:00")
            .Override(new(2026, 3, 9), "12:00-13:00")
            .Override(new(2026, 3, 10), "12:00-13:00").Close(new(2026, 3, 10), "closed")
            .ClosePart(new(2026, 3, 11), "09:00-16:00", "move").Build().Compile();
        Assert.Equal(
            ["2026-03-07T10:00:00Z/2026-03-07T12:00:00Z", "2026-03-09T12:00:00Z/2026-03-09T13:00:00Z", "2026-03-11T16:00:00Z/2026-03-11T17:00:00Z"],
            calendar.Segments(new Interval(At("2026-03-07T00:00:00Z"), At("2026-03-12T00:00:00Z"))).Select(segment => segment.ToString()));
    }

    [Fact]
    public void Hours_that_the_clock_jumps_over_are_dropped()
    {
        var calendar = WorkingCalendar.In("Europe/Berlin").Open(IsoDayOfWeek.Sunday, "02:00-03:00").Build().Compile();
        Assert.False(calendar.IsBusinessDate(new(2026, 3, 29)));
        Assert.Equal(At("2026-04-05T00:00:00Z"), calendar.NextOpen(At("2026-03-28T00:00:00Z")));
    }

    [Fact]
    public void A_skipped_start_moves_forward_by_the_gap_and_an_ambiguous_one_is_the_earlier()
    {
        var calendar = WorkingCalendar.In("Europe/Berlin").Open(IsoDayOfWeek.Sunday, "02:30-05:00").Build().Compile();
        Assert.Equal(At("2026-03-29T01:30:00Z"), calendar.NextOpen(At("2026-03-29T00:00:00Z")));
        Assert.Equal(At("2026-10-25T00:30:00Z"), calendar.NextOpen(At("2026-10-25T00:00:00Z")));
    }

    [Fact]
    public void The_start_of_a_day_is_the_zones_start_of_that_day()
    {
        var calendar = WorkingCalendar.In("America/Sao_Paulo").Open(IsoDayOfWeek.Sunday, "00:00-02:00").Build().Compile();
        Assert.Equal(At("2018-11-04T03:00:00Z"), calendar.NextOpen(At("2018-11-04T00:00:00Z")));
        Assert.Equal(Duration.FromHours(1), calendar.Elapsed(At("2018-11-04T00:00:00Z"), At("2018-11-05T00:00:00Z")));
    }

    [Fact]
    public void A_day_that_starts_at_half_past_midnight_starts_there()
    {
        // In Toronto, the clock went from 23:30 on 30 March 1919 to 00:30; midnight moved by the gap would be 01:00.
        var calendar = WorkingCalendar.In("America/Toronto").Open(IsoDayOfWeek.Monday, "00:00-24:00").Build().Compile();
        Assert.Equal(At("1919-03-31T04:30:00Z"), calendar.NextOpen(At("1919-03-30T00:00:00Z")));
    }

    [Fact]
    public void Nothing_starts_on_a_date_that_does_not_exist()
    {
        // Samoa had no 30 December 2011, a Friday: after Thursday came Saturday.
        var skipped = new LocalDate(2011, 12, 30);
        var calendar = WorkingCalendar.In("Pacific/Apia").Open(Weekdays, "09:00-17:00").Build().Compile();
        Assert.Equal(At("2012-01-01T19:00:00Z"), calendar.NextOpen(At("2011-12-30T10:00:00Z")));
        Assert.Equal(Duration.FromHours(32), calendar.Elapsed(At("2011-12-26T00:00:00Z"), At("2012-01-01T10:00:00Z")));
        Assert.Null(calendar.CloseOf(skipped));
        Assert.False(calendar.IsBusinessDate(skipped));
        Assert.Equal(At("2012-01-02T03:00:00Z"), calendar.AddBusinessDays(At("2011-12-29T20:00:00Z"), 1)); // Thursday morning: the close of Monday
        Assert.Equal(1, calendar.BusinessDaysBetween(new LocalDate(2011, 12, 29), new LocalDate(2012, 1, 2)));
    }

    [Fact]
    public void Hours_that_run_into_a_date_that_does_not_exist_go_on_into_the_next()
    {
        var night = WorkingCalendar.In("Pacific/Apia").Open(IsoDayOfWeek.Thursday, "22:00-06:00").Build().Compile();
        Assert.Equal(Duration.FromHours(8), night.Elapsed(At("2011-12-28T00:00:00Z"), At("2012-01-01T00:00:00Z")));
        Assert.Equal(At("2011-12-30T16:00:00Z"), night.CloseOf(new LocalDate(2011, 12, 29)));
    }

    [Theory]
    [InlineData("2026-03-02T17:00:00Z", "2026-03-02T17:00:00Z")] // the closing instant closes open time
    [InlineData("2026-03-02T09:00:00Z", "2026-02-27T17:00:00Z")] // the opening instant does not
    [InlineData("2026-03-02T12:00:00Z", "2026-03-02T12:00:00Z")]
    [InlineData("2026-03-01T12:00:00Z", "2026-02-27T17:00:00Z")]
    public void The_previous_open_instant_lies_at_the_end_of_open_time(string from, string expected) =>
        Assert.Equal(At(expected), NineToFive.PreviousOpen(At(from)));

    [Fact]
    public void Subtracting_down_to_an_opening_gives_that_opening()
    {
        Assert.Equal(At("2026-03-02T09:00:00Z"), NineToFive.Subtract(At("2026-03-02T17:00:00Z"), Duration.FromHours(8)));
        Assert.Equal(At("2026-03-02T09:00:00Z"), NineToFive.Subtract(At("2026-03-03T09:00:00Z"), Duration.FromHours(8)));
        Assert.Equal(At("2026-02-27T16:59:00Z"), NineToFive.Subtract(At("2026-03-03T09:00:00Z"), Duration.FromMinutes(481)));
    }

    [Fact]
    public void A_negative_duration_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => NineToFive.Add(At("2026-03-02T09:00:00Z"), -Duration.Epsilon));
        Assert.Throws<ArgumentOutOfRangeException>(() => NineToFive.Subtract(At("2026-03-02T09:00:00Z"), -Duration.Epsilon));
    }

    [Fact]
    public void Closed_time_says_why()
    {
        var calendar = WorkingCalendar.In("UTC").Open(EveryDay, "08:00-12:00", "22:00-06:00")
            .Close(new(2026, 3, 5), "company day").ClosePart(new(2026, 3, 6), "09:00-10:00", "fire drill").EndingOn(new(2026, 4, 1)).Build().Compile();
        Assert.Null(calendar.WhyClosed(At("2026-03-04T09:00:00Z")));
        Assert.Equal(ClosedKind.OutsideHours, calendar.WhyClosed(At("2026-03-04T12:00:00Z"))!.Kind);
        Assert.Equal("company day", calendar.WhyClosed(At("2026-03-05T09:00:00Z"))!.Closure!.Reason);
        Assert.Equal("company day", calendar.WhyClosed(At("2026-03-06T05:00:00Z"))!.Closure!.Reason);
        Assert.Equal("fire drill", calendar.WhyClosed(At("2026-03-06T09:30:00Z"))!.Closure!.Reason);
        Assert.Equal(ClosedKind.OutsideHours, calendar.WhyClosed(At("2026-03-06T07:00:00Z"))!.Kind);
        Assert.Equal(ClosedKind.OutsideCalendar, calendar.WhyClosed(At("2026-04-03T09:00:00Z"))!.Kind);
        Assert.Equal(ClosedKind.OutsideCalendar, calendar.WhyClosed(At("2999-04-03T09:00:00Z"))!.Kind);
    }

    [Fact]
    public void The_version_of_the_zone_data_is_known()
    {
        Assert.Equal(DateTimeZoneProviders.Tzdb.VersionId, NineToFive.ZoneDataVersion);
        Assert.Throws<InvalidCalendarException>(() => Berlin.Definition.Compile(new NodaTime.TimeZones.DateTimeZoneCache(new EmptyZones())));
    }

    private static Instant At(string text) => InstantPattern.General.Parse(text).GetValueOrThrow();

    private sealed class EmptyZones : NodaTime.TimeZones.IDateTimeZoneSource
    {
        public string VersionId => "none";

        public IEnumerable<string> GetIds() => [];

        public DateTimeZone ForId(string id) => throw new InvalidOperationException(id);

        public string? GetSystemDefaultId() => null;
    }
}
