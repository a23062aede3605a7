using System.Globalization;
using CandidateCrm.Calendars;
using NodaTime;
using NodaTime.Text;

namespace CandidateCrm.Charter;

/// <summary>The time that an expectation allows. A business day is a unit of its own, never a number of hours.</summary>
public sealed record Limit
{
    private Limit(LimitUnit unit, Duration time = default, int days = 0, Instant at = default, BusinessDayMode mode = default, AfterClosing afterClosing = default)
    {
        DayMode = mode;
        AfterClosing = afterClosing;
        Unit = unit;
        Time = time;
        At = at;
        Days = days;
    }

    /// <summary>Gets what is counted.</summary>
    public LimitUnit Unit { get; }

    /// <summary>Gets the open time; zero where something else is counted.</summary>
    public Duration Time { get; }

    /// <summary>Gets the business days; 0 where something else is counted.</summary>
    public int Days { get; }

    /// <summary>Gets the instant; the start of 1970 where something is counted.</summary>
    public Instant At { get; }

    /// <summary>Gets where on the last business date it is due: at its close by default.</summary>
    public BusinessDayMode DayMode { get; }

    /// <summary>Gets which date an event after closing counts for: its own by default.</summary>
    public AfterClosing AfterClosing { get; }

    /// <summary>Allows open time: more than zero, at most 10,000 hours.</summary>
    public static Limit WorkingTime(Duration time) =>
        time > Duration.Zero && time <= Duration.FromHours(10_000)
            ? new Limit(LimitUnit.WorkingTime, time)
            : throw new ArgumentOutOfRangeException(nameof(time), time, "A limit of working time is more than zero and at most 10,000 hours.");

    /// <summary>Allows business days: 1 to 250, counted strictly after the date of the event.</summary>
    /// <param name="days">How many.</param>
    /// <param name="mode">Where on the last of them it is due; at its close by default.</param>
    /// <param name="afterClosing">Which date an event after closing counts for; its own by default.</param>
    public static Limit BusinessDays(int days, BusinessDayMode mode = BusinessDayMode.CloseOfDay, AfterClosing afterClosing = AfterClosing.SameDate) =>
        days is >= 1 and <= 250
            ? new Limit(LimitUnit.BusinessDays, days: days, mode: mode, afterClosing: afterClosing)
            : throw new ArgumentOutOfRangeException(nameof(days), days, "A limit of business days is 1 to 250.");

    /// <summary>
    /// Allows the time up to an instant, whatever the calendar: «we decide by noon on 30 June». What would be opened at it or after it is not promised any more.
    /// </summary>
    /// <param name="at">When it is due; a fraction of a microsecond is dropped.</param>
    public static Limit Until(Instant at) => new(LimitUnit.FixedInstant, at: Timeline.Microseconds.Floor(at));

    /// <summary>Returns the limit in English words, such as «5 business days» or «1 hour 30 minutes of working time», whatever the culture.</summary>
    public override string ToString()
    {
        if (Unit != LimitUnit.WorkingTime)
        {
            return Unit == LimitUnit.BusinessDays ? Count(Days, "business day") : InstantPattern.General.Format(At);
        }

        var parts = new List<string>(3);
        Add(parts, (long)Math.Floor(Time.TotalHours), "hour");
        Add(parts, Time.Minutes, "minute");
        Add(parts, Time.Seconds, "second");
        return parts.Count == 0 ? "less than a second of working time" : $"{string.Join(' ', parts)} of working time";
    }

    private static void Add(List<string> parts, long count, string unit)
    {
        if (count > 0)
        {
            parts.Add(Count(count, unit));
        }
    }

    private static string Count(long count, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count == 1 ? string.Empty : "s")}");
}
