using System.Collections.Immutable;
using CandidateCrm.Calendars;
using NodaTime;

namespace CandidateCrm.Rules.Shapes;

/// <summary>Working calendars: a zone, the hours of a week, dates with other hours, closures and holidays.</summary>
internal static class CalendarShape
{
    private static readonly ListShape<DayHours> HoursOfDay = new(Texts.Hours, most: 24);
    private static readonly ListShape<LocalDate> Dates = new(Texts.Date) { IsSet = true };

    /// <summary>Gets the seven days: <c>{"monday":["09:00-12:30","13:30-18:00"]}</c>.</summary>
    private static ObjectShape<ImmutableArray<DayHours>[]> Week { get; } = new(table =>
    {
        TypedMember<ImmutableArray<DayHours>[], ImmutableArray<DayHours>>[] days =
        [
            .. Enumerable.Range(0, 7).Select(day =>
            {
                var name = $"{(IsoDayOfWeek)(day + 1)}";
                return table.List(name.ToLowerInvariant(), HoursOfDay, week => week[day], $"The hours that start on a {name}, such as 09:00-12:30; 24:00 is the end of the date, and an end before the start lies on the next day.");
            }),
        ];
        return (values, _) => [.. days.Select(values.Of)];
    });

    private static ObjectShape<DateOverride> Override { get; } = new(table =>
    {
        var date = table.Must("date", Texts.Date, o => o.Date, "The date.");
        var hours = table.List("hours", HoursOfDay, o => o.Hours, "The hours that start on it; none where this is left out.");
        return (values, _) => new DateOverride { Date = values.Of(date), Hours = [.. values.Of(hours).OrderBy(part => part.Start)] };
    });

    private static ObjectShape<Closure> Closed { get; } = new(table =>
    {
        var date = table.Must("date", Texts.Date, c => c.Date, "The date.");
        var part = table.Maybe("part", Texts.Hours, c => c.Part, "The part that is closed; the whole date where this is left out.");
        var reason = table.Must("reason", Texts.Line, c => c.Reason, "Why.");
        var holiday = table.May<string>("holiday", Texts.Line, c => c.Holiday!, "The id of the holiday that it comes from.");
        return (values, _) => new Closure { Date = values.Of(date), Part = values.Of(part), Reason = values.Of(reason), Holiday = values.Of(holiday) };
    });

    private static ObjectShape<Holiday> Holidays { get; } = new(table =>
    {
        var id = table.Must("id", Texts.Line, h => h.Id, "The id that the source uses for it.");
        var name = table.Must("name", Texts.Line, h => h.Name, "The name for people.");
        var from = table.Must("from", Texts.Date, h => h.From, "The first closed date.");
        var to = table.Must("to", Texts.Date, h => h.To, "The last closed date.");
        return (values, place) => HasRightLength(values.Of(from), values.Of(to), place)
            ? new Holiday { Id = values.Of(id), Name = values.Of(name), From = values.Of(from), To = values.Of(to) }
            : null;
    });

    private static ObjectShape<CalendarBase> Beneath { get; } = new(table =>
    {
        var calendar = table.Must("calendar", Texts.Code<CalendarKey>("The key of a calendar"), b => b.Calendar, "The key of the calendar beneath.");
        var how = table.Must("how", Texts.Word<CalendarLayering>("a way to build upon a calendar"), b => b.How, "within: open only while that one is open as well. inPlaceOf: what it says of dates, and its week where it has one, goes before what that one says.");
        return (values, _) => new CalendarBase { Calendar = values.Of(calendar), How = values.Of(how) };
    });

    internal static DefinitionOf<WorkingCalendar> Shape { get; } = new(DefinitionKind.Calendar, Definition.Of, table =>
    {
        var key = table.Must("key", Texts.Code<CalendarKey>("The key of a calendar"), c => c.Key, "The key of the calendar.");
        var version = table.Version(c => c.Version);
        var zone = table.Must("zone", Texts.Zone, c => c.Zone, "The zone in which hours and dates are meant, by its IANA id.");
        var first = table.Maybe("firstDate", Texts.Date, c => c.FirstDate, "The first date on which hours can start.");
        var last = table.Maybe("lastDate", Texts.Date, c => c.LastDate, "The last date on which hours can start.");
        var beneath = table.May<CalendarBase>("base", Beneath, c => c.Base!, "The calendar that this one is built upon.");
        var week = table.Must("week", Week, HoursOfWeek, "The hours of each day of the week; a day that is left out is closed.");
        var overrides = table.List("overrides", new ListShape<DateOverride>(Override), c => c.Overrides, "Dates with hours of their own, in place of those of their weekday.");
        var closures = table.List("closures", new ListShape<Closure>(Closed), c => c.Closures, "Closures that were entered by hand.");
        var holidays = table.List("holidays", new ListShape<Holiday>(Holidays), c => c.Holidays, "Holidays that were imported.");
        var switchedOff = table.List("switchedOff", Dates, c => c.SwitchedOff, "Dates that no holiday closes.");
        return (values, place) =>
        {
            var draft = new CalendarDraft { ZoneId = values.Of(zone).Id, Zones = DateTimeZoneProviders.Tzdb, Key = values.Of(key), Version = values.Of(version), FirstDate = values.Of(first), LastDate = values.Of(last), Base = values.Of(beneath) };
            for (var day = 0; day < draft.Week.Length; day++)
            {
                draft.Week[day].AddRange(values.Of(week)[day]);
            }

            draft.Overrides.AddRange(values.Of(overrides));
            draft.Closures.AddRange(values.Of(closures));
            draft.Holidays.AddRange(values.Of(holidays));
            draft.SwitchedOff.UnionWith(values.Of(switchedOff));
            return Built(draft, place);
        };
    });

    private static ImmutableArray<DayHours>[] HoursOfWeek(WorkingCalendar calendar) => [.. Enumerable.Range(1, 7).Select(day => calendar.WeeklyHours((IsoDayOfWeek)day))];

    private static WorkingCalendar? Built(CalendarDraft draft, Place place)
    {
        var faults = CalendarFaults.Of(draft, out var calendar);
        foreach (var fault in faults)
        {
            place.Fault(fault.Code, fault.Sentence);
        }

        return calendar;
    }

    /// <summary>Says what a calendar would say too, but of this place and without repeating the id.</summary>
    private static bool HasRightLength(LocalDate from, LocalDate to, Place place) =>
        (from <= to && Period.DaysBetween(from, to) < HolidayClosures.LongestHoliday)
        || place.Fault("calendar.holiday_invalid", $"A holiday has 1 to {HolidayClosures.LongestHoliday} dates, but this one goes from {DateText.Write(from)} to {DateText.Write(to)}.");
}
