using static CandidateCrm.Calendars.DaysOfWeek;

namespace CandidateCrm.Calendars;

public sealed class WorkingCalendarBuilderTests
{
    [Fact]
    public void Every_fault_is_named_at_once()
    {
        var builder = WorkingCalendar.In("Europe/Atlantis").AsVersion(0).Named(default)
            .Open(Weekdays, "09:00-13:00", "12:00-18:00", "08:00-08:00", "nine to five")
            .Override(new(2026, 3, 2), "09:00-10:00").Override(new(2026, 3, 2))
            .Holidays([new Holiday { Id = "x", Name = "x", From = new(2026, 3, 2), To = new(2026, 3, 1) }])
            .StartingOn(new(2026, 1, 2)).EndingOn(new(2026, 1, 1));

        var refusal = Assert.Throws<InvalidCalendarException>(builder.Build);

        Assert.Equal(
            [
                "calendar.dates_reversed", "calendar.holiday_invalid", "calendar.hours_invalid", "calendar.hours_overlap", "calendar.key_missing",
                "calendar.override_twice", "calendar.version_invalid", "calendar.zone_unknown",
            ],
            refusal.Faults.Select(fault => fault.Code).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(builder.Review().AsEnumerable(), refusal.Faults);
        Assert.All(refusal.Faults, fault => Assert.Contains(fault.Sentence, refusal.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("09:00-12:00", "11:59-13:00")]
    [InlineData("22:00-06:00", "23:00-24:00")]
    [InlineData("09:00-12:00", "09:00-12:00")]
    [InlineData("00:00-24:00", "12:00-13:00")]
    [InlineData("20:00-09:01", "09:00-12:00")] // runs into the next day's hours
    public void Hours_that_overlap_are_refused(string first, string second) =>
        Assert.Equal("calendar.hours_overlap", WorkingCalendar.In("UTC").Open(EveryDay, first, second).Review()[0].Code);

    [Theory]
    [InlineData("09:00-12:00", "12:00-13:00")]
    [InlineData("00:00-06:00", "22:00-24:00")]
    [InlineData("22:00-06:00", "06:00-22:00")]
    public void Hours_may_touch(string first, string second) =>
        Assert.Empty(WorkingCalendar.In("UTC").Open(EveryDay, first, second).Review());

    [Fact]
    public void A_calendar_that_never_opens_is_refused()
    {
        Assert.Equal(["calendar.never_open"], Codes(WorkingCalendar.In("UTC")));
        Assert.Equal(["calendar.never_open"], Codes(WorkingCalendar.In("UTC").Override(new(2026, 3, 2))));
        Assert.Equal(["calendar.never_open"], Codes(WorkingCalendar.In("UTC").Override(new(2300, 3, 2), "09:00-10:00")));
        Assert.Equal(["calendar.never_open"], Codes(Week("09:00-17:00", new(2026, 3, 7), new(2026, 3, 8))));
        Assert.Equal(["calendar.never_open"], Codes(Week("09:00-17:00", new(2026, 3, 6), new(2026, 3, 8)).Close(new(2026, 3, 6), "all that there is")));
        Assert.Equal(["calendar.never_open"], Codes(Week("09:00-17:00", new(2026, 3, 6), new(2026, 3, 6)).ClosePart(new(2026, 3, 6), "09:00-17:00", "all")));
        Assert.Empty(Codes(Week("09:00-17:00", new(2026, 3, 6), new(2026, 3, 6)).ClosePart(new(2026, 3, 6), "09:00-16:59", "nearly all")));

        static WorkingCalendarBuilder Week(string hours, LocalDate first, LocalDate last) =>
            WorkingCalendar.In("Europe/Berlin").Open(Weekdays, hours).StartingOn(first).EndingOn(last);
    }

    [Fact]
    public void Dates_that_cannot_be_counted_to_are_refused()
    {
        Assert.Equal(["calendar.dates_too_far"], Codes(WorkingCalendar.In("UTC").Open(Weekdays, "09:00-17:00").EndingOn(new(2251, 1, 1))));
        Assert.Equal(["calendar.dates_too_far"], Codes(WorkingCalendar.In("UTC").Open(Weekdays, "09:00-17:00").StartingOn(new(1699, 12, 31))));
    }

    [Fact]
    public void A_date_that_does_not_exist_has_no_hours_of_its_own_and_no_closed_part()
    {
        // Samoa had no 30 December 2011.
        var skipped = new LocalDate(2011, 12, 30);
        var faults = Samoa().Override(skipped).ClosePart(skipped, "09:00-10:00", "party").Override(skipped.PlusDays(1), "09:00-10:00").Review();
        Assert.Equal("calendar.date_skipped", Assert.Single(faults).Code);
        Assert.Contains("2011-12-30 does not exist in Pacific/Apia", faults[0].Sentence, StringComparison.Ordinal);
        Assert.Equal(["calendar.date_skipped"], Codes(Samoa().ClosePart(skipped, "09:00-10:00", "party")));
        Assert.Equal(["calendar.date_skipped"], Codes(Samoa().Override(skipped, "09:00-10:00")));
        Assert.Empty(Codes(Samoa().Close(skipped, "a holiday of every year").Override(skipped.PlusDays(-1), "09:00-10:00")));

        static WorkingCalendarBuilder Samoa() => WorkingCalendar.In("Pacific/Apia").Open(Weekdays, "09:00-17:00");
    }

    [Fact]
    public void Each_holiday_has_an_id_of_its_own()
    {
        Holiday Day(string id, int day) => new() { Id = id, Name = "a day", From = new(2026, 5, day), To = new(2026, 5, day) };
        var fault = Assert.Single(WorkingCalendar.In("UTC").Open(Weekdays, "09:00-17:00").Holidays([Day("may", 1), Day("june", 2), Day("may", 3), Day("may", 4)]).Review());
        Assert.Equal("calendar.holiday_twice", fault.Code);
        Assert.Contains("«may» is that of 3 holidays", fault.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_closure_far_away_changes_nothing()
    {
        var calendar = WorkingCalendar.In("UTC").Open(Weekdays, "09:00-17:00")
            .ClosePart(new(9998, 1, 1), "09:00-17:00", "far away").ClosePart(new(3, 1, 1), "09:00-17:00", "long ago").Build();
        Assert.Equal(2, calendar.Closures.Length);
    }

    [Fact]
    public void What_was_built_does_not_change_with_its_builder()
    {
        var builder = WorkingCalendar.In("UTC").Open(IsoDayOfWeek.Monday, "09:00-17:00");
        var calendar = builder.Build();
        builder.Open(IsoDayOfWeek.Tuesday, "09:00-17:00").Close(new(2026, 3, 2), "closed");
        Assert.Empty(calendar.WeeklyHours(IsoDayOfWeek.Tuesday));
        Assert.Empty(calendar.Closures);
        Assert.Single(builder.Build().Closures);
    }

    [Fact]
    public void An_import_makes_a_new_version_in_which_single_dates_can_be_switched_off()
    {
        var office = WorkingCalendar.In("UTC").Named(CalendarKey.From("office")).Open(Weekdays, "09:00-17:00").Close(new(2026, 1, 2), "bridge").Build();
        var holidays = new[]
        {
            new Holiday { Id = "ny", Name = "New Year", From = new(2026, 1, 1), To = new(2026, 1, 1) },
            new Holiday { Id = "winter", Name = "Winter break", From = new(2026, 2, 2), To = new(2026, 2, 4) },
        };

        var imported = office.WithHolidays(holidays, new LocalDate(2026, 2, 3));
        var again = imported.WithHolidays([holidays[1]]);

        Assert.Equal((1, 2, 3), (office.Version, imported.Version, again.Version));
        Assert.Equal("office", again.Key.Value);
        Assert.Empty(office.Holidays);
        Assert.Equal(
            [new LocalDate(2026, 1, 1), new(2026, 1, 2), new(2026, 2, 2), new(2026, 2, 4)],
            imported.EffectiveClosures.Select(closure => closure.Date));
        Assert.Equal(
            [new LocalDate(2026, 1, 2), new(2026, 2, 2), new(2026, 2, 4)],
            again.EffectiveClosures.Select(closure => closure.Date));
        Assert.Equal(("Winter break", "winter"), (again.EffectiveClosures[1].Reason, again.EffectiveClosures[1].Holiday));
    }

    [Fact]
    public void A_next_version_keeps_the_whole_definition()
    {
        var calendar = WorkingCalendar.In("Asia/Beirut").Named(CalendarKey.From("levant")).AsVersion(7).Open(Weekend, "22:00-06:00")
            .Close(new(2026, 1, 2), "bridge").Override(new(2026, 1, 3), "10:00-11:00")
            .Holidays([new Holiday { Id = "ny", Name = "New Year", From = new(2026, 1, 1), To = new(2026, 1, 1) }]).SwitchOff(new LocalDate(2026, 1, 1))
            .StartingOn(new(2026, 1, 1)).EndingOn(new(2026, 12, 31)).Build();

        var next = calendar.NextVersion().Build();

        Assert.Equal((calendar.Key, 8, calendar.Zone, calendar.FirstDate, calendar.LastDate), (next.Key, next.Version, next.Zone, next.FirstDate, next.LastDate));
        Assert.Equal(calendar.Closures.AsEnumerable(), next.Closures);
        Assert.Equal(calendar.Holidays.AsEnumerable(), next.Holidays);
        Assert.Equal(calendar.SwitchedOff.AsEnumerable(), next.SwitchedOff);
        Assert.Equal(calendar.Overrides.Select(entry => (entry.Date, entry.Hours[0])), next.Overrides.Select(entry => (entry.Date, entry.Hours[0])));
        Assert.All(EveryDay, day => Assert.Equal(calendar.WeeklyHours(day).AsEnumerable(), next.WeeklyHours(day)));
    }

    [Fact]
    public void Always_open_is_a_calendar_of_its_own()
    {
        Assert.Equal("always-open", WorkingCalendar.AlwaysOpen.Key.Value);
        Assert.All(EveryDay, day => Assert.Equal([DayHours.WholeDay], WorkingCalendar.AlwaysOpen.WeeklyHours(day).AsEnumerable()));
    }

    [Fact]
    public void Reasons_are_required() =>
        Assert.Throws<ArgumentException>(() => WorkingCalendar.In("UTC").Close(new LocalDate(2026, 1, 1), " "));

    private static IEnumerable<string> Codes(WorkingCalendarBuilder builder) => builder.Review().Select(fault => fault.Code);
}
