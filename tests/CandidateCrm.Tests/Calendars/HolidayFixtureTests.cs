using System.Text.Json;
using CandidateCrm.Fixtures;
using NodaTime.Text;
using static CandidateCrm.Calendars.DaysOfWeek;

namespace CandidateCrm.Calendars;

/// <summary>British bank holidays and the due dates that others computed with them.</summary>
public sealed class HolidayFixtureTests
{
    private const string England = "england-and-wales";

    private static readonly HolidayRule[] EnglishRules =
    [
        Observed("new-year", 1, 1, sundayBy: 1),
        new EasterRule { Id = "good-friday", Name = "Good Friday", Offset = -2 },
        new EasterRule { Id = "easter-monday", Name = "Easter Monday", Offset = 1 },
        new NthWeekdayRule { Id = "early-may", Name = "Early May", Month = 5, Weekday = IsoDayOfWeek.Monday, Ordinal = 1 },
        new NthWeekdayRule { Id = "spring", Name = "Spring", Month = 5, Weekday = IsoDayOfWeek.Monday, Ordinal = -1 },
        new NthWeekdayRule { Id = "late-august", Name = "Late August", Month = 8, Weekday = IsoDayOfWeek.Monday, Ordinal = -1 },
        Observed("christmas", 12, 25, sundayBy: 2),
        Observed("boxing-day", 12, 26, sundayBy: 2),
        .. new LocalDate[] { new(2020, 5, 8), new(2022, 6, 2), new(2022, 6, 3), new(2022, 9, 19), new(2023, 5, 8) }
            .Select(date => new OneOffRule { Id = $"once-{date:uuuu-MM-dd}", Name = "Once", Date = date }),
    ];

    // Moved for those years only, by a decision of their own.
    private static readonly LocalDate[] NotHeld = [new(2020, 5, 4), new(2022, 5, 30)];

    [FixtureFact("holidays/expected.json")]
    public async Task Due_dates_and_counts_are_those_of_the_fixture()
    {
        using var expected = JsonDocument.Parse(await File.ReadAllTextAsync(FixturePaths.Of("holidays/expected.json")));
        var plain = WorkingCalendar.In("Europe/London").Open(Weekdays, "09:00-17:00").Build();
        var english = await plain.ImportHolidaysAsync(Published(), new(2019, 1, 1), new(2028, 12, 31));
        var calendars = new Dictionary<string, CompiledCalendar> { ["none"] = plain.Compile(), [England] = english.Compile() };
        var checkedCases = 0;
        foreach (var sample in expected.RootElement.GetProperty("due_cases").EnumerateArray())
        {
            var calendar = calendars[sample.GetProperty("calendar").GetString()!];
            var start = Date(sample.GetProperty("start")).At(new LocalTime(10, 0)).InZoneLeniently(plain.Zone).ToInstant();
            foreach (var due in sample.GetProperty("due").EnumerateObject())
            {
                var days = int.Parse(due.Name, System.Globalization.CultureInfo.InvariantCulture);
                Assert.Equal(Date(due.Value) + new LocalTime(17, 0), calendar.AddBusinessDays(start, days).InZone(plain.Zone).LocalDateTime);
                checkedCases++;
            }
        }

        foreach (var sample in expected.RootElement.GetProperty("count_cases").EnumerateArray())
        {
            var calendar = calendars[sample.GetProperty("calendar").GetString()!];
            Assert.Equal(
                sample.GetProperty("business_days_after_from_up_to_and_including_to").GetInt32(),
                calendar.BusinessDaysBetween(Date(sample.GetProperty("from")), Date(sample.GetProperty("to"))));
            checkedCases++;
        }

        Assert.True(checkedCases > 80);
    }

    [FixtureFact("holidays/gov-uk-bank-holidays-flat.json")]
    public async Task Rules_give_the_published_bank_holidays()
    {
        var (first, last) = (new LocalDate(2019, 1, 1), new LocalDate(2028, 12, 31));
        var published = await Published().ReadAsync(first, last, CancellationToken.None);
        var computed = WorkingCalendar.In("Europe/London").Open(Weekdays, "09:00-17:00").Build()
            .WithHolidays(new RuleHolidaySource(EnglishRules).Read(first, last), NotHeld);
        Assert.Equal(published.Select(holiday => holiday.From), computed.EffectiveClosures.Select(closure => closure.Date).Distinct());
    }

    private static InMemoryHolidaySource Published()
    {
        using var feed = JsonDocument.Parse(File.ReadAllText(FixturePaths.Of("holidays/gov-uk-bank-holidays-flat.json")));
        return new InMemoryHolidaySource(feed.RootElement.GetProperty(England).EnumerateObject().Select(entry =>
        {
            var date = LocalDatePattern.Iso.Parse(entry.Name).Value;
            return new Holiday { Id = $"{entry.Value.GetString()}.{entry.Name}", Name = entry.Value.GetString()!, From = date, To = date };
        }));
    }

    private static ObservedRule Observed(string id, int month, int day, int sundayBy) => new()
    {
        Id = id,
        Name = id,
        Of = new FixedDateRule { Id = id, Name = id, Day = new AnnualDate(month, day) },
        SaturdayBy = 2,
        SundayBy = sundayBy,
    };

    private static LocalDate Date(JsonElement text) => LocalDatePattern.Iso.Parse(text.GetString()!).Value;
}
