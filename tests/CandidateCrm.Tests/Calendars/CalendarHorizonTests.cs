using NodaTime.Text;
using static CandidateCrm.Calendars.DaysOfWeek;

namespace CandidateCrm.Calendars;

/// <summary>Where a calendar ends, and how its tables grow up to there.</summary>
public sealed class CalendarHorizonTests
{
    private static readonly WorkingCalendar Short = WorkingCalendar.In("UTC").Open(Weekdays, "09:00-17:00")
        .StartingOn(new(2026, 3, 2)).EndingOn(new(2026, 3, 6)).Build();

    [Fact]
    public void A_search_beyond_the_last_date_is_no_open_time()
    {
        var calendar = Short.Compile();
        Assert.Equal(At("2026-03-06T17:00:00Z"), calendar.Add(At("2026-03-02T00:00:00Z"), Duration.FromHours(40)));
        var refusal = Assert.Throws<NoOpenTimeException>(() => calendar.Add(At("2026-03-02T00:00:00Z"), Duration.FromHours(40) + Duration.Epsilon));
        Assert.Equal(Short.Key, refusal.Calendar);
        Assert.Throws<NoOpenTimeException>(() => calendar.NextOpen(At("2026-03-06T17:00:00Z")));
        Assert.Throws<NoOpenTimeException>(() => calendar.AddBusinessDays(At("2026-03-02T00:00:00Z"), 5));
        Assert.Throws<NoOpenTimeException>(() => calendar.AddBusinessDays(At("2026-03-02T00:00:00Z"), int.MaxValue));
        Assert.False(calendar.TryAdd(At("2026-03-09T00:00:00Z"), Duration.Epsilon, out _));
    }

    [Fact]
    public void A_search_before_the_first_date_is_no_open_time()
    {
        var calendar = Short.Compile();
        Assert.Equal(At("2026-03-02T09:00:00Z"), calendar.Subtract(At("2026-03-08T00:00:00Z"), Duration.FromHours(40)));
        Assert.Throws<NoOpenTimeException>(() => calendar.Subtract(At("2026-03-08T00:00:00Z"), Duration.FromHours(41)));
        Assert.Throws<NoOpenTimeException>(() => calendar.PreviousOpen(At("2026-03-02T09:00:00Z")));
        Assert.Throws<NoOpenTimeException>(() => calendar.AddBusinessDays(At("2026-03-04T10:00:00Z"), -3, BusinessDayMode.SameClockTime));
        Assert.False(calendar.TrySubtract(At("1800-03-02T09:00:00Z"), Duration.Epsilon, out _));
    }

    [Fact]
    public void Time_outside_the_calendar_counts_as_closed()
    {
        var calendar = Short.Compile();
        Assert.Equal(Duration.FromHours(40), calendar.Elapsed(Instant.MinValue, Instant.MaxValue));
        Assert.Equal(-Duration.FromHours(40), calendar.Elapsed(Instant.MaxValue, Instant.MinValue));
        Assert.Equal(5, calendar.BusinessDaysBetween(LocalDate.MinIsoValue, LocalDate.MaxIsoValue));
        Assert.Equal(At("2026-03-02T09:00:00Z"), calendar.NextOpen(Instant.MinValue));
        Assert.Equal(At("2026-03-06T17:00:00Z"), calendar.PreviousOpen(Instant.MaxValue));
        Assert.Equal(At("2026-03-02T17:00:00Z"), calendar.AddBusinessDays(Instant.MinValue, 1));
        Assert.False(calendar.IsOpen(Instant.MaxValue));
    }

    [Fact]
    public void A_calendar_without_dates_ends_in_2200_whatever_is_asked()
    {
        var calendar = WorkingCalendar.AlwaysOpen.Compile();
        var (start, end) = (At("1900-01-01T00:00:00Z"), At("2201-01-01T00:00:00Z"));
        Assert.Equal(end - start, calendar.Elapsed(start, end));
        Assert.Equal(start - end, calendar.Elapsed(Instant.MaxValue, Instant.MinValue));
        Assert.Equal(end, calendar.Add(start, end - start));
        Assert.Equal(start, calendar.Subtract(end, end - start));
        Assert.False(calendar.TryAdd(start, end - start + Duration.Epsilon, out _));
        Assert.False(calendar.TryAdd(start, Duration.MaxValue, out _));
        Assert.False(calendar.TrySubtract(end, end - start + Duration.Epsilon, out _));
    }

    [Fact]
    public void One_open_hour_in_three_centuries_is_found_from_either_end()
    {
        var calendar = WorkingCalendar.In("UTC").Override(new(1900, 1, 1), "00:00-01:00").Build().Compile();
        Assert.Equal(Duration.FromHours(1), calendar.Elapsed(At("1900-01-01T00:00:00Z"), At("2200-12-31T00:00:00Z")));
        Assert.Equal(At("1900-01-01T00:30:00Z"), calendar.Subtract(At("2200-12-31T00:00:00Z"), Duration.FromMinutes(30)));
        Assert.Throws<NoOpenTimeException>(() => calendar.NextOpen(At("1900-01-01T01:00:00Z")));
    }

    [Fact]
    public void Answers_do_not_depend_on_what_was_asked_before()
    {
        var definition = WorkingCalendar.In("Europe/Berlin").Open(EveryDay, "20:00-04:00", "09:00-12:00").Build();
        var random = new Random(4);
        var questions = Enumerable.Range(0, 300)
            .Select(_ => (Start: Instant.FromUtc(random.Next(1990, 2040), 12, 31, 12, 0) + Duration.FromMinutes(random.Next(2_880)), Open: Duration.FromMinutes(random.Next(2_000_000))))
            .ToArray();
        var shared = definition.Compile();
        Assert.All(questions, question =>
        {
            var alone = definition.Compile();
            Assert.Equal(alone.Add(question.Start, question.Open), shared.Add(question.Start, question.Open));
            Assert.Equal(alone.Subtract(question.Start, question.Open), shared.Subtract(question.Start, question.Open));
            Assert.Equal(alone.AddBusinessDays(question.Start, 400), shared.AddBusinessDays(question.Start, 400));
        });
    }

    [Fact]
    public void Threads_that_share_a_calendar_get_the_answers_of_one()
    {
        var definition = WorkingCalendar.In("America/New_York").Open(Weekdays, "09:00-17:00").Build();
        var alone = definition.Compile();
        var starts = Enumerable.Range(0, 2_000).Select(i => Instant.FromUtc(1950 + (i * 37 % 120), 1 + (i % 12), 1, i % 24, 0)).ToArray();
        var expected = starts.Select(start => alone.Add(start, Duration.FromHours(900))).ToArray();
        var shared = definition.Compile();
        var answers = new Instant[starts.Length];
        Parallel.For(0, starts.Length, i => answers[i] = shared.Add(starts[i], Duration.FromHours(900)));
        Assert.Equal(expected, answers);
    }

    [Fact]
    public void Once_a_year_is_built_questions_allocate_nothing()
    {
        var calendar = WorkingCalendar.In("Europe/Berlin").Open(Weekdays, "09:00-12:30", "13:30-18:00").Build().Compile();
        var start = At("2026-03-04T10:00:00Z");
        var due = calendar.Add(start, Duration.FromHours(4_000));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            due = Instant.Max(due, calendar.Add(start, Duration.FromHours(40 * i)));
            due = Instant.Max(due, start + calendar.Elapsed(start, due));
            due = Instant.Max(due, calendar.Subtract(due, Duration.FromHours(i)));
            due = Instant.Max(due, calendar.AddBusinessDays(start, i));
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(due > start);
    }

    [Fact]
    public void Ten_million_additions_over_split_shifts_allocate_nothing()
    {
        var calendar = WorkingCalendar.In("Europe/Berlin").Open(Weekdays, "09:00-12:30", "13:30-18:00").Build().Compile();
        var (from, step) = (At("2020-01-01T00:00:00Z"), Duration.FromSeconds(19));
        var last = calendar.Add(from + (step * 10_000_000), Duration.FromHours(40));
        for (var warm = from; warm < last + Duration.FromDays(400); warm += Duration.FromDays(30))
        {
            Assert.True(calendar.Add(warm, Duration.FromHours(40)) > warm); // builds every year
        }

        var (at, before) = (from, GC.GetAllocatedBytesForCurrentThread());
        var latest = Instant.MinValue;
        for (var i = 0; i < 10_000_000; i++, at += step)
        {
            latest = Instant.Max(latest, calendar.Add(at, Duration.FromHours(40)));
        }

        // A collection that another test brings about meanwhile is charged a piece of its room; ten million additions that allocate would be charged a thousand times as much.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 65_536);
        Assert.True(latest <= last && latest > at);
    }

    private static Instant At(string text) => InstantPattern.General.Parse(text).GetValueOrThrow();
}
