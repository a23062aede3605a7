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

    /// <summary>Returns the limit in words.</summary>
    public override string ToString() => Unit == LimitUnit.BusinessDays ? $"{Days} business days" : $"{Time.TotalHours} working hours";
}
