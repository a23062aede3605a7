using CandidateCrm.Segments;

namespace CandidateCrm.Tests.Segments;

/// <summary>The calendar around an instant, said in periods of NodaTime and in lists of days.</summary>
internal sealed class OracleCalendar(Instant now, DateTimeZone zone, IsoDayOfWeek weekStart)
{
    internal Instant Now => now;

    internal IsoDayOfWeek WeekStart => weekStart;

    internal LocalDate Today => now.InZone(zone).Date;

    internal Instant Plus(int count, TimeUnit unit) => unit switch
    {
        TimeUnit.Minute => now.Plus(Duration.FromSeconds(60L * count)),
        TimeUnit.Hour => now.Plus(Duration.FromSeconds(3600L * count)),
        _ => zone.ResolveLocal(now.InZone(zone).LocalDateTime + PeriodOf(count, unit), NodaTime.TimeZones.Resolvers.LenientResolver).ToInstant(),
    };

    internal LocalDate DatePlus(int count, TimeUnit unit) => Today + PeriodOf(count, unit);

    internal LocalDate DateOf(Instant instant) => instant.InZone(zone).Date;

    /// <summary>Returns the start of a day; a day that the zone left out begins with the next one.</summary>
    internal Instant Midnight(LocalDate date)
    {
        try
        {
            return zone.AtStartOfDay(date).ToInstant();
        }
        catch (SkippedTimeException)
        {
            return Midnight(date.PlusDays(1));
        }
    }

    /// <summary>Walks day by day to the days of a period, and says whether one of them is the date.</summary>
    internal bool IsIn(LocalDate date, CalendarPeriod period) => period switch
    {
        CalendarPeriod.Today => date == Today,
        CalendarPeriod.Yesterday => date == Today.PlusDays(-1),
        CalendarPeriod.Tomorrow => date == Today.PlusDays(1),
        CalendarPeriod.ThisWeek => WeekOf(date) == WeekOf(Today),
        CalendarPeriod.LastWeek => WeekOf(date) == WeekOf(Today.PlusDays(-7)),
        CalendarPeriod.NextWeek => WeekOf(date) == WeekOf(Today.PlusDays(7)),
        CalendarPeriod.ThisMonth => MonthOf(date) == MonthOf(Today),
        CalendarPeriod.LastMonth => MonthOf(date) == MonthOf(Today) - 1,
        CalendarPeriod.NextMonth => MonthOf(date) == MonthOf(Today) + 1,
        CalendarPeriod.ThisYear => date.Year == Today.Year,
        CalendarPeriod.LastYear => date.Year == Today.Year - 1,
        _ => date.Year == Today.Year + 1,
    };

    internal LocalDateTime Local(RelativeOperand time)
    {
        var days = Enumerable.Range(-400, 800).Select(offset => Today.PlusDays(offset)).ToList();
        var (start, end) = time.Anchor switch
        {
            TimeAnchor.StartOfWeek or TimeAnchor.EndOfWeek => Edges(days.Where(day => WeekOf(day) == WeekOf(Today))),
            TimeAnchor.StartOfMonth or TimeAnchor.EndOfMonth => Edges(days.Where(day => MonthOf(day) == MonthOf(Today))),
            TimeAnchor.StartOfYear or TimeAnchor.EndOfYear => Edges(days.Where(day => day.Year == Today.Year)),
            _ => (Today, Today),
        };
        var anchor = time.Anchor switch
        {
            TimeAnchor.Now => now.InZone(zone).LocalDateTime,
            TimeAnchor.StartOfDay or TimeAnchor.StartOfWeek or TimeAnchor.StartOfMonth or TimeAnchor.StartOfYear => start.AtMidnight(),
            _ => end.PlusDays(1).AtMidnight().PlusMilliseconds(-1),
        };
        return time.Unit < TimeUnit.Day ? anchor : anchor + PeriodOf(time.Offset, time.Unit);
    }

    internal Instant At(RelativeOperand time)
    {
        if (time.Anchor == TimeAnchor.Now)
        {
            return time.Offset == 0 ? now : Plus(time.Offset, time.Unit);
        }

        var local = Local(time);
        var edge = local.TimeOfDay == LocalTime.Midnight ? Midnight(local.Date) : Midnight(local.Date.PlusDays(1)).Minus(Duration.FromMilliseconds(1));
        return time.Unit switch
        {
            TimeUnit.Minute => edge + Duration.FromSeconds(60L * time.Offset),
            TimeUnit.Hour => edge + Duration.FromSeconds(3600L * time.Offset),
            _ => edge,
        };
    }

    private static (LocalDate Start, LocalDate End) Edges(IEnumerable<LocalDate> days) => (days.Min(), days.Max());

    private static Period PeriodOf(int count, TimeUnit unit) => unit switch
    {
        TimeUnit.Day => Period.FromDays(count),
        TimeUnit.Week => Period.FromWeeks(count),
        TimeUnit.Month => Period.FromMonths(count),
        _ => Period.FromYears(count),
    };

    private static int MonthOf(LocalDate date) => (date.Year * 12) + date.Month;

    private LocalDate WeekOf(LocalDate date)
    {
        while (date.DayOfWeek != weekStart)
        {
            date = date.PlusDays(-1);
        }

        return date;
    }
}
