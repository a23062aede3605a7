using System.Globalization;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>The time that an expectation allows. A business day is a unit of its own, never a number of hours.</summary>
public sealed record Limit
{
    private Limit(LimitUnit unit, Duration time, int days)
    {
        Unit = unit;
        Time = time;
        Days = days;
    }

    /// <summary>Gets what is counted.</summary>
    public LimitUnit Unit { get; }

    /// <summary>Gets the open time; zero where business days are counted.</summary>
    public Duration Time { get; }

    /// <summary>Gets the business days; 0 where open time is counted.</summary>
    public int Days { get; }

    /// <summary>Allows open time: more than zero, at most 10,000 hours.</summary>
    public static Limit WorkingTime(Duration time) =>
        time > Duration.Zero && time <= Duration.FromHours(10_000)
            ? new Limit(LimitUnit.WorkingTime, time, 0)
            : throw new ArgumentOutOfRangeException(nameof(time), time, "A limit of working time is more than zero and at most 10,000 hours.");

    /// <summary>Allows business days: 1 to 250. Due is the close of the last of them, counted strictly after the date of the event.</summary>
    public static Limit BusinessDays(int days) =>
        days is >= 1 and <= 250
            ? new Limit(LimitUnit.BusinessDays, Duration.Zero, days)
            : throw new ArgumentOutOfRangeException(nameof(days), days, "A limit of business days is 1 to 250.");

    /// <summary>Returns the limit in English words, such as «5 business days» or «1 hour 30 minutes of working time», whatever the culture.</summary>
    public override string ToString()
    {
        if (Unit == LimitUnit.BusinessDays)
        {
            return Count(Days, "business day");
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
