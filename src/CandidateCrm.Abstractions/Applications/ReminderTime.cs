using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace CandidateCrm.Applications;

/// <summary>When a reminder of an interview comes: a length of time before it begins, or at a time of day some days before, where the interview takes place.</summary>
public sealed record ReminderTime
{
    private ReminderTime(Duration? before, int days, LocalTime time)
    {
        Before = before;
        Days = days;
        Time = time;
    }

    /// <summary>Gets the length of time before the interview begins; null where days are counted.</summary>
    public Duration? Before { get; }

    /// <summary>Gets how many dates before that of the interview; 0 is the same date.</summary>
    public int Days { get; }

    /// <summary>Gets the time of day in the zone of the interview; midnight where no days are counted.</summary>
    public LocalTime Time { get; }

    /// <summary>A length of elapsed time before it begins: one minute to 60 days.</summary>
    public static ReminderTime Ahead(Duration before) =>
        before >= Duration.FromMinutes(1) && before <= Duration.FromDays(60)
            ? new ReminderTime(before, days: 0, LocalTime.Midnight)
            : throw new ArgumentOutOfRangeException(nameof(before), before, "A reminder comes one minute to 60 days before the interview.");

    /// <summary>
    /// A time of day, some dates before that of the interview, both in the interview's zone. A time that the clocks skip on that date counts from the
    /// hour before the change, so that 02:30 becomes 03:30; one that comes twice is the first.
    /// </summary>
    /// <param name="days">How many dates before: 0 to 60.</param>
    /// <param name="time">The time of day, in whole minutes.</param>
    public static ReminderTime DaysBefore(int days, LocalTime time)
    {
        if (days is < 0 or > 60)
        {
            throw new ArgumentOutOfRangeException(nameof(days), days, "A reminder comes 0 to 60 days before the interview.");
        }

        return time.NanosecondOfDay % NodaConstants.NanosecondsPerMinute == 0
            ? new ReminderTime(before: null, days, time)
            : throw new ArgumentOutOfRangeException(nameof(time), time, "The time of a reminder is one of whole minutes.");
    }

    /// <summary>Returns when the reminder of an interview comes.</summary>
    /// <param name="startsAt">When the interview begins.</param>
    /// <param name="zone">The zone in which it takes place.</param>
    public Instant Of(Instant startsAt, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return Before is { } before ? startsAt - before : zone.AtLeniently(startsAt.InZone(zone).Date.PlusDays(-Days) + Time).ToInstant();
    }

    /// <summary>Returns the time in English words, such as «1:00:00:00 before» or «1 day before at 18:00», whatever the culture.</summary>
    public override string ToString() => Before is { } before
        ? $"{DurationPattern.Roundtrip.Format(before)} before"
        : string.Create(CultureInfo.InvariantCulture, $"{Days} day{(Days == 1 ? string.Empty : "s")} before at {LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(Time)}");
}
