using NodaTime;

namespace CandidateCrm.Calendars;

/// <summary>Compiles working calendars.</summary>
public static class WorkingCalendarExtensions
{
    /// <summary>
    /// Makes the calendar answer questions. Cheap by itself: tables grow by the year as questions touch them. Keep the result, and share it
    /// between threads.
    /// </summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="zones">Other zone data to look the calendar's zone up in; null keeps the zone as it is.</param>
    /// <exception cref="ArgumentException">The other zone data do not know the calendar's zone.</exception>
    public static CompiledCalendar Compile(this WorkingCalendar calendar, IDateTimeZoneProvider? zones = null)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        if (zones is null)
        {
            return new CompiledCalendar(calendar, calendar.Zone, calendar.ZoneDataVersion);
        }

        var zone = zones.GetZoneOrNull(calendar.Zone.Id)
            ?? throw new ArgumentException($"The zone data {zones.VersionId} do not know the zone «{calendar.Zone.Id}».", nameof(zones));
        return new CompiledCalendar(calendar, zone, zones.VersionId);
    }
}
