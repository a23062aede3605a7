using NodaTime;

namespace CandidateCrm.Calendars;

/// <summary>Finds out why a calendar is closed, those that it is built upon left aside.</summary>
internal static class ClosedReasons
{
    internal static ClosedReason At(Instant at, WorkingCalendar calendar, DateTimeZone zone)
    {
        var nanoseconds = InstantLine.Nanoseconds(at);
        var date = at.InZone(zone).Date;
        return OfPart(nanoseconds, date, calendar, zone)
            ?? OfDate(nanoseconds, date, calendar, zone)
            ?? new ClosedReason { Calendar = calendar.Key, Kind = date < calendar.First || date > calendar.Last ? ClosedKind.OutsideCalendar : ClosedKind.OutsideHours };
    }

    /// <summary>Returns the reason for an instant that lies too far away to be asked about.</summary>
    internal static ClosedReason FarAway(WorkingCalendar calendar) => new() { Calendar = calendar.Key, Kind = ClosedKind.OutsideCalendar };

    private static ClosedReason? OfPart(long at, LocalDate date, WorkingCalendar calendar, DateTimeZone zone)
    {
        var closure = calendar.EffectiveClosures.FirstOrDefault(closure =>
            closure.Part is { } part
            && Math.Abs(Period.DaysBetween(date, closure.Date)) <= DateIntervals.Reach
            && Holds(DateIntervals.Map(closure.Date, part, zone), at));
        return closure is null ? null : Because(calendar, closure);
    }

    /// <summary>A closed date is the reason for all of its local time, and for hours that would have run from it into the next date.</summary>
    private static ClosedReason? OfDate(long at, LocalDate date, WorkingCalendar calendar, DateTimeZone zone)
    {
        if (calendar.WholeDateClosure(date) is { } closure)
        {
            return Because(calendar, closure);
        }

        for (var before = 1; before < DateIntervals.Reach; before++)
        {
            var earlier = date.PlusDays(-before);
            if (calendar.WholeDateClosure(earlier) is { } closed
                && calendar.HoursWithoutClosures(earlier).Any(hours => Holds(DateIntervals.Map(earlier, hours, zone), at)))
            {
                return Because(calendar, closed);
            }
        }

        return null;
    }

    private static bool Holds(Stretch? stretch, long at) => stretch is { } found && found.Start <= at && at < found.End;

    private static ClosedReason Because(WorkingCalendar calendar, Closure closure) => new() { Calendar = calendar.Key, Kind = ClosedKind.Closure, Closure = closure };
}
