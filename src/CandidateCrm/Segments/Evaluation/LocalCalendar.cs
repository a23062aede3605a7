using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>The calendar around one instant in one zone. What lies beyond the calendar is its first or last instant, never an error.</summary>
internal sealed class LocalCalendar
{
    private const int FirstYear = -9_990;
    private const int LastYear = 9_990;

    private static readonly LocalTime LastMillisecond = new(23, 59, 59, 999);

    private readonly DateTimeZone _zone;
    private readonly IsoDayOfWeek _weekStart;
    private readonly LocalDateTime _local;

    internal LocalCalendar(Instant now, DateTimeZone zone, IsoDayOfWeek weekStart)
    {
        (Now, _zone, _weekStart) = (now, zone, weekStart);
        _local = now.InZone(zone).LocalDateTime;
    }

    /// <summary>Initializes the calendar of a day, for what depends on the day alone.</summary>
    internal LocalCalendar(LocalDate day, DateTimeZone zone, IsoDayOfWeek weekStart)
    {
        (_zone, _weekStart) = (zone, weekStart);
        _local = day.AtMidnight();
        Now = StartOf(day);
    }

    internal Instant Now { get; }

    internal LocalDate Today => _local.Date;

    /// <summary>Returns the start of a day in the zone; of a day that the zone left out, where it left it out.</summary>
    internal Instant StartOf(LocalDate date)
    {
        if (Beyond(date.Year) is { } beyond)
        {
            return beyond;
        }

        var mapping = _zone.MapLocal(date.AtMidnight());
        return mapping.Count == 0 ? mapping.LateInterval.Start : mapping.First().ToInstant();
    }

    /// <summary>Returns the instant so many units after now: minutes and hours elapsed, the others in the calendar.</summary>
    internal Instant Shift(long count, TimeUnit unit) =>
        unit is TimeUnit.Minute or TimeUnit.Hour ? Elapsed(Now, count, unit) : Beyond(_local.Year + Years(count, unit)) ?? Mapped(Plus(_local, count, unit));

    /// <summary>Returns the date so many units after today.</summary>
    internal LocalDate ShiftDate(long count, TimeUnit unit) => (Today.Year + Years(count, unit)) switch
    {
        < FirstYear => LocalDate.MinIsoValue,
        > LastYear => LocalDate.MaxIsoValue,
        _ => Plus(_local, count, unit).Date,
    };

    /// <summary>Returns the first day of a period and the day after its last.</summary>
    internal (LocalDate From, LocalDate To) Period(CalendarPeriod period)
    {
        var (unit, offset) = period switch
        {
            CalendarPeriod.Today => (TimeUnit.Day, 0),
            CalendarPeriod.Yesterday => (TimeUnit.Day, -1),
            CalendarPeriod.Tomorrow => (TimeUnit.Day, 1),
            CalendarPeriod.ThisWeek => (TimeUnit.Week, 0),
            CalendarPeriod.LastWeek => (TimeUnit.Week, -1),
            CalendarPeriod.NextWeek => (TimeUnit.Week, 1),
            CalendarPeriod.ThisMonth => (TimeUnit.Month, 0),
            CalendarPeriod.LastMonth => (TimeUnit.Month, -1),
            CalendarPeriod.NextMonth => (TimeUnit.Month, 1),
            CalendarPeriod.ThisYear => (TimeUnit.Year, 0),
            CalendarPeriod.LastYear => (TimeUnit.Year, -1),
            _ => (TimeUnit.Year, 1),
        };
        var from = Plus(FirstDay(unit).AtMidnight(), offset, unit);
        return (from.Date, Plus(from, 1, unit).Date);
    }

    /// <summary>Returns a relative time: the anchor in the zone, then the offset.</summary>
    internal Instant Resolve(RelativeOperand time)
    {
        if (time.Anchor == TimeAnchor.Now)
        {
            return time.Offset == 0 ? Now : Shift(time.Offset, time.Unit);
        }

        var anchor = Anchor(time.Anchor);
        return time.Unit is TimeUnit.Minute or TimeUnit.Hour
            ? Elapsed(EdgeOfDay(anchor), time.Offset, time.Unit)
            : Beyond(anchor.Year + Years(time.Offset, time.Unit)) ?? EdgeOfDay(Plus(anchor, time.Offset, time.Unit));
    }

    /// <summary>Returns the local date of a relative time.</summary>
    internal LocalDate ResolveDate(RelativeOperand time)
    {
        var anchor = time.Anchor == TimeAnchor.Now ? _local : Anchor(time.Anchor);
        return (anchor.Year + Years(time.Offset, time.Unit)) switch
        {
            < FirstYear => LocalDate.MinIsoValue,
            > LastYear => LocalDate.MaxIsoValue,
            _ => Plus(anchor, time.Offset, time.Unit).Date,
        };
    }

    private static Instant? Beyond(long year) => year switch
    {
        < FirstYear => Instant.MinValue,
        > LastYear => Instant.MaxValue,
        _ => null,
    };

    /// <summary>Returns how many years these units are, about; enough to see what lies beyond the calendar.</summary>
    private static long Years(long count, TimeUnit unit) => unit switch
    {
        TimeUnit.Year => count,
        TimeUnit.Month => count / 12,
        TimeUnit.Week => count / 53,
        _ => count / 366,
    };

    private static LocalDateTime Plus(LocalDateTime local, long count, TimeUnit unit) => unit switch
    {
        TimeUnit.Year => local.PlusYears((int)count),
        TimeUnit.Month => local.PlusMonths((int)count),
        TimeUnit.Week => local.PlusWeeks((int)count),
        _ => local.PlusDays((int)count),
    };

    private static Instant Elapsed(Instant from, long count, TimeUnit unit)
    {
        var length = unit == TimeUnit.Minute ? Duration.FromMinutes(count) : Duration.FromHours(Math.Clamp(count, -200_000_000, 200_000_000));
        return length > Instant.MaxValue - from ? Instant.MaxValue : length < Instant.MinValue - from ? Instant.MinValue : from + length;
    }

    private Instant Mapped(LocalDateTime local) => local.InZoneLeniently(_zone).ToInstant();

    /// <summary>Maps the start of a day, or its last millisecond, where the clocks go forward or back at midnight too.</summary>
    private Instant EdgeOfDay(LocalDateTime local) =>
        local.TimeOfDay == LastMillisecond ? StartOf(local.Date.PlusDays(1)) - Duration.FromMilliseconds(1) : StartOf(local.Date);

    private LocalDateTime Anchor(TimeAnchor anchor) => anchor switch
    {
        TimeAnchor.StartOfDay => Today.AtMidnight(),
        TimeAnchor.EndOfDay => Today.At(LastMillisecond),
        TimeAnchor.StartOfWeek => FirstDay(TimeUnit.Week).AtMidnight(),
        TimeAnchor.EndOfWeek => FirstDay(TimeUnit.Week).PlusDays(6).At(LastMillisecond),
        TimeAnchor.StartOfMonth => FirstDay(TimeUnit.Month).AtMidnight(),
        TimeAnchor.EndOfMonth => FirstDay(TimeUnit.Month).PlusMonths(1).PlusDays(-1).At(LastMillisecond),
        TimeAnchor.StartOfYear => FirstDay(TimeUnit.Year).AtMidnight(),
        _ => FirstDay(TimeUnit.Year).PlusYears(1).PlusDays(-1).At(LastMillisecond),
    };

    private LocalDate FirstDay(TimeUnit unit) => unit switch
    {
        TimeUnit.Week => Today.PlusDays(-((Today.DayOfWeek - _weekStart + 7) % 7)),
        TimeUnit.Month => new LocalDate(Today.Year, Today.Month, 1),
        TimeUnit.Year => new LocalDate(Today.Year, 1, 1),
        _ => Today,
    };
}
