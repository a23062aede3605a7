using NodaTime.Text;

namespace CandidateCrm.Calendars;

public sealed class HolidayRuleTests
{
    [Theory]
    [InlineData(1961, "1961-04-02", "1961-04-09")]
    [InlineData(2000, "2000-04-23", "2000-04-30")]
    [InlineData(2008, "2008-03-23", "2008-04-27")]
    [InlineData(2024, "2024-03-31", "2024-05-05")]
    [InlineData(2025, "2025-04-20", "2025-04-20")]
    [InlineData(2026, "2026-04-05", "2026-04-12")]
    [InlineData(2038, "2038-04-25", "2038-04-25")]
    public void Easter_is_reckoned_both_ways(int year, string western, string orthodox)
    {
        Assert.Equal([Date(western)], Easter(EasterReckoning.Western, 0).DatesIn(year));
        Assert.Equal([Date(orthodox)], Easter(EasterReckoning.Orthodox, 0).DatesIn(year));
    }

    [Fact]
    public void Easter_equals_the_first_Sunday_after_the_full_moon_of_the_tables()
    {
        // The golden number's paschal moon of the Julian calendar is a table of nineteen dates; Easter is the Sunday after it.
        int[] moons = [5, 25, 13, 2, 22, 10, 30, 18, 7, 27, 15, 4, 24, 12, 1, 21, 9, 29, 17];
        for (var year = 1900; year <= 2200; year++)
        {
            var day = moons[year % 19];
            var moon = new LocalDate(year, day >= 21 ? 3 : 4, day, CalendarSystem.Julian);
            Assert.Equal([moon.WithCalendar(CalendarSystem.Iso).Next(IsoDayOfWeek.Sunday)], Easter(EasterReckoning.Orthodox, 0).DatesIn(year));
        }
    }

    [Theory]
    [InlineData(8, IsoDayOfWeek.Monday, -1, 2026, "2026-08-31")]
    [InlineData(5, IsoDayOfWeek.Monday, 1, 2026, "2026-05-04")]
    [InlineData(11, IsoDayOfWeek.Thursday, 4, 2026, "2026-11-26")]
    [InlineData(3, IsoDayOfWeek.Sunday, 5, 2026, "2026-03-29")]
    [InlineData(12, IsoDayOfWeek.Friday, -2, 2026, "2026-12-18")]
    [InlineData(2, IsoDayOfWeek.Monday, 5, 2026, null)]
    public void Weekdays_are_counted_from_either_end_of_the_month(int month, IsoDayOfWeek weekday, int ordinal, int year, string? expected)
    {
        var rule = new NthWeekdayRule { Id = "x", Name = "x", Month = month, Weekday = weekday, Ordinal = ordinal };
        Assert.Equal(expected is null ? [] : [Date(expected)], rule.DatesIn(year));
    }

    [Fact]
    public void Every_nth_weekday_is_found_by_looking_at_the_month()
    {
        for (var year = 2020; year < 2048; year++)
        {
            for (var month = 1; month <= 12; month++)
            {
                foreach (var weekday in DaysOfWeek.EveryDay)
                {
                    var days = Enumerable.Range(1, CalendarSystem.Iso.GetDaysInMonth(year, month))
                        .Select(day => new LocalDate(year, month, day)).Where(date => date.DayOfWeek == weekday).ToArray();
                    for (var n = 1; n <= 5; n++)
                    {
                        Assert.Equal(days.Skip(n - 1).Take(1), Rule(month, weekday, n).DatesIn(year));
                        Assert.Equal(days.Reverse().Skip(n - 1).Take(1), Rule(month, weekday, -n).DatesIn(year));
                    }
                }
            }
        }

        static NthWeekdayRule Rule(int month, IsoDayOfWeek weekday, int ordinal) =>
            new() { Id = "x", Name = "x", Month = month, Weekday = weekday, Ordinal = ordinal };
    }

    [Fact]
    public void A_leap_day_has_no_date_in_other_years()
    {
        var rule = Fixed(2, 29);
        Assert.Empty(rule.DatesIn(2026));
        Assert.Equal([new LocalDate(2028, 2, 29)], rule.DatesIn(2028));
    }

    [Fact]
    public void An_observed_date_counts_for_the_year_in_which_it_lies()
    {
        // 1 January 2022 was a Saturday.
        var rule = new ObservedRule { Id = "x", Name = "x", Of = Fixed(1, 1), SaturdayBy = -1, SundayBy = 1 };
        Assert.Equal([new LocalDate(2021, 1, 1), new(2021, 12, 31)], rule.DatesIn(2021));
        Assert.Empty(rule.DatesIn(2022));
        Assert.Equal([new LocalDate(2023, 1, 2)], rule.DatesIn(2023));
    }

    [Fact]
    public void A_date_of_its_own_lies_in_one_year()
    {
        var rule = new OneOffRule { Id = "x", Name = "x", Date = new(2022, 9, 19) };
        Assert.Equal([new LocalDate(2022, 9, 19)], rule.DatesIn(2022));
        Assert.Empty(rule.DatesIn(2023));
    }

    [Fact]
    public void Values_out_of_bounds_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Easter(EasterReckoning.Western, 71));
        Assert.Throws<ArgumentOutOfRangeException>(() => Easter((EasterReckoning)2, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new NthWeekdayRule { Id = "x", Name = "x", Month = 1, Weekday = IsoDayOfWeek.Monday, Ordinal = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Fixed(1, 1).DatesIn(1582));
        Assert.Throws<ArgumentException>(() => new OneOffRule { Id = "", Name = "x", Date = default });
    }

    private static FixedDateRule Fixed(int month, int day) => new() { Id = "x", Name = "x", Day = new AnnualDate(month, day) };

    private static EasterRule Easter(EasterReckoning reckoning, int offset) => new() { Id = "x", Name = "x", Reckoning = reckoning, Offset = offset };

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
