using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Calendars;

/// <summary>Compiles working calendars.</summary>
public static class WorkingCalendarExtensions
{
    /// <summary>
    /// Makes the calendar answer questions. Cheap by itself: tables grow by the year as questions touch them. Keep the result, and share it
    /// between threads.
    /// </summary>
    /// <param name="calendar">The calendar; one that is built upon another needs the other form of this method.</param>
    /// <param name="zones">Other zone data to look the calendar's zone up in; null keeps the zone as it is.</param>
    /// <exception cref="InvalidCalendarException">The other zone data do not know the calendar's zone, or the calendar is built upon another one.</exception>
    public static CompiledCalendar Compile(this WorkingCalendar calendar, IDateTimeZoneProvider? zones = null) => calendar.Compile([], zones);

    /// <summary>Makes a calendar answer questions that is built upon others, such as that of a person upon those of the site and the company.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="known">Where those beneath are found by their keys; others among them do not matter.</param>
    /// <param name="zones">Other zone data to look the zones up in; null keeps the zones as they are.</param>
    /// <exception cref="InvalidCalendarException">
    /// A calendar beneath is not known, comes back to itself, has another zone although its dates are replaced, or nothing is ever open; or zone data do not know a zone.
    /// </exception>
    public static CompiledCalendar Compile(this WorkingCalendar calendar, IReadOnlyList<WorkingCalendar> known, IDateTimeZoneProvider? zones = null)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(known);
        var faults = CalendarLayers.Of(calendar, known, zones, out var layers);
        return layers is null ? throw new InvalidCalendarException(faults) : new CompiledCalendar(layers, zones?.VersionId ?? calendar.ZoneDataVersion);
    }

    /// <summary>Returns what is wrong with calendars that are built upon each other, beyond what each refuses by itself; empty when each of them can be compiled.</summary>
    public static ImmutableArray<CalendarFault> ReviewLayers(this IReadOnlyList<WorkingCalendar> calendars)
    {
        ArgumentNullException.ThrowIfNull(calendars);
        return [.. calendars.Where(calendar => calendar.Base is not null).SelectMany(calendar => CalendarLayers.Of(calendar, calendars, zones: null, out _))];
    }
}
