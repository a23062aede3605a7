using NodaTime;
using NodaTime.TimeZones;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>Instants and days of one zone, for rules that are followed through time.</summary>
internal sealed class ZoneClock(DateTimeZone zone, IsoDayOfWeek weekStart)
{
    private const int LastYear = 9_980;
    private const int DaysOfYear = 365;

    internal LocalCalendar At(Instant instant) => new(instant, zone, weekStart);

    /// <summary>Returns the calendar of a day, whatever the time.</summary>
    internal LocalCalendar OnDay(LocalDate day) => new(day, zone, weekStart);

    internal Instant StartOf(LocalDate day) => OnDay(day).StartOf(day);

    /// <summary>Returns how many days there are until the end of the calendar, about.</summary>
    internal static int MostDays(LocalDate day) => Math.Max(0, LastYear - day.Year) * DaysOfYear;

    /// <summary>Says that no clock changes within so many days of another.</summary>
    internal bool IsEven(LocalDate day, int days)
    {
        var interval = zone.GetZoneInterval(StartOf(day.PlusDays(-days)));
        return !interval.HasEnd || interval.End > StartOf(day.PlusDays(days + 1));
    }

    /// <summary>
    /// Returns where within a day the time so many units after now may jump: the start of the day, changes of the clocks on it, and the times of day at which clocks change on the day that is meant.
    /// </summary>
    internal IEnumerable<Instant> BreaksOf(LocalDate day, long count, TimeUnit unit)
    {
        yield return StartOf(day);
        foreach (var change in ChangesOn(day))
        {
            yield return change.Start;
        }

        foreach (var change in ChangesOn(OnDay(day).ShiftDate(count, unit)))
        {
            var before = zone.GetZoneInterval(change.Start - Duration.Epsilon).WallOffset;
            foreach (var offset in (Offset[])[before, change.WallOffset])
            {
                var mapping = zone.MapLocal(day + change.Start.WithOffset(offset).TimeOfDay);
                if (mapping.Count > 0)
                {
                    yield return mapping.First().ToInstant();
                    yield return mapping.Last().ToInstant();
                }
            }
        }
    }

    private IEnumerable<ZoneInterval> ChangesOn(LocalDate day) =>
        zone.GetZoneIntervals(new Interval(StartOf(day) - Duration.FromHours(1), StartOf(day.PlusDays(1)) + Duration.FromHours(1))).Skip(1);
}
