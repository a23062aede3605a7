using NodaTime;

namespace CandidateCrm.Calendars;

/// <summary>What a builder has been told so far; nothing in it has been checked beyond single values.</summary>
internal sealed class CalendarDraft
{
    internal required string ZoneId { get; init; }

    internal required IDateTimeZoneProvider Zones { get; init; }

    internal CalendarKey Key { get; set; } = CalendarKey.From("default");

    internal int Version { get; set; } = 1;

    internal LocalDate? FirstDate { get; set; }

    internal LocalDate? LastDate { get; set; }

    internal CalendarBase? Base { get; set; }

    internal List<DayHours>[] Week { get; } = [[], [], [], [], [], [], []];

    internal List<DateOverride> Overrides { get; } = [];

    internal List<Closure> Closures { get; } = [];

    internal List<Holiday> Holidays { get; } = [];

    internal SortedSet<LocalDate> SwitchedOff { get; } = [];

    /// <summary>Gets what was already wrong with the texts that were given.</summary>
    internal List<CalendarFault> Faults { get; } = [];

    internal static CalendarDraft Of(WorkingCalendar calendar)
    {
        var draft = new CalendarDraft
        {
            ZoneId = calendar.Zone.Id,
            Zones = calendar.Zones,
            Key = calendar.Key,
            Version = checked(calendar.Version + 1),
            FirstDate = calendar.FirstDate,
            LastDate = calendar.LastDate,
            Base = calendar.Base,
        };
        for (var day = 0; day < draft.Week.Length; day++)
        {
            draft.Week[day].AddRange(calendar.WeeklyHours((IsoDayOfWeek)(day + 1)));
        }

        draft.Overrides.AddRange(calendar.Overrides);
        draft.Closures.AddRange(calendar.Closures);
        draft.Holidays.AddRange(calendar.Holidays);
        draft.SwitchedOff.UnionWith(calendar.SwitchedOff);
        return draft;
    }
}
