#pragma warning disable IDE0005 // The tests compile this file too, and use NodaTime everywhere.
using CandidateCrm.Calendars;
using NodaTime;
#pragma warning restore IDE0005

namespace CandidateCrm.Benchmarks.Calendars;

/// <summary>The obvious way to a deadline: take date after date and use up its hours. It is the denominator of R12, and an oracle of the tests.</summary>
public static class DaySteppingDeadline
{
    public static Instant Add(WorkingCalendar calendar, HashSet<LocalDate> closed, Instant start, Duration open)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(closed);
        var zone = calendar.Zone;
        var left = open;
        for (var date = start.InZone(zone).Date; ; date = date.PlusDays(1))
        {
            if (closed.Contains(date))
            {
                continue;
            }

            foreach (var hours in calendar.WeeklyHours(date.DayOfWeek))
            {
                var from = Instant.Max(start, zone.AtLeniently(date + hours.Start).ToInstant());
                var to = zone.AtLeniently(date + hours.End).ToInstant();
                if (from >= to)
                {
                    continue;
                }

                if (left <= to - from)
                {
                    return from + left;
                }

                left -= to - from;
            }
        }
    }
}
