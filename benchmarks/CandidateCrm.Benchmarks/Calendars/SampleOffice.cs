using CandidateCrm.Calendars;
using NodaTime;
using static CandidateCrm.Calendars.DaysOfWeek;

namespace CandidateCrm.Benchmarks.Calendars;

/// <summary>An office in Berlin with a midday break and holidays, and what happens to it in the course of two years.</summary>
internal static class SampleOffice
{
    public const int Events = 1_024;

    public static WorkingCalendar Calendar { get; } = WorkingCalendar.In("Europe/Berlin")
        .Open(Weekdays, "09:00-12:30", "13:30-18:00")
        .Holidays(new RuleHolidaySource(
        [
            new FixedDateRule { Id = "new-year", Name = "New Year", Day = new AnnualDate(1, 1) },
            new EasterRule { Id = "good-friday", Name = "Good Friday", Offset = -2 },
            new EasterRule { Id = "easter-monday", Name = "Easter Monday", Offset = 1 },
            new FixedDateRule { Id = "labour-day", Name = "Labour Day", Day = new AnnualDate(5, 1) },
            new EasterRule { Id = "ascension", Name = "Ascension", Offset = 39 },
            new FixedDateRule { Id = "unity", Name = "Unity Day", Day = new AnnualDate(10, 3) },
            new FixedDateRule { Id = "christmas", Name = "Christmas", Day = new AnnualDate(12, 25) },
            new FixedDateRule { Id = "boxing-day", Name = "Boxing Day", Day = new AnnualDate(12, 26) },
        ]).Read(new LocalDate(2025, 1, 1), new LocalDate(2032, 12, 31)))
        .Build();

    public static HashSet<LocalDate> ClosedDates { get; } = [.. Calendar.EffectiveClosures.Select(closure => closure.Date)];

    /// <summary>Starts at all hours, in an order that no branch predictor knows.</summary>
    public static Instant[] Starts()
    {
        var random = new Random(17);
        var first = Instant.FromUtc(2026, 1, 1, 0, 0);
        return [.. Enumerable.Range(0, Events).Select(_ => first + Duration.FromSeconds(random.Next(2 * 365 * 24 * 3_600)))];
    }

    /// <summary>Compiles, and asks once, so that the years are there.</summary>
    public static CompiledCalendar Warm(Instant[] starts, Duration open)
    {
        var calendar = Calendar.Compile();
        foreach (var start in starts)
        {
            calendar.Add(start, open);
        }

        return calendar;
    }
}
