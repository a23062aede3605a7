using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Calendars;

/// <summary>What is wrong with the definition of a calendar, every fault at once.</summary>
internal static class CalendarFaults
{
    // Instants and open time are counted in nanoseconds; within these years every count fits 64 bits.
    private static readonly LocalDate EarliestFirst = new(1700, 1, 1);
    private static readonly LocalDate LatestLast = new(2250, 12, 31);

    /// <summary>Returns the faults, and the calendar when there are none.</summary>
    internal static ImmutableArray<CalendarFault> Of(CalendarDraft draft, out WorkingCalendar? calendar)
    {
        calendar = null;
        var zone = draft.Zones.GetZoneOrNull(draft.ZoneId);
        var faults = ImmutableArray.CreateBuilder<CalendarFault>();
        faults.AddRange(draft.Faults);
        faults.AddRange(Identity(draft, zone));
        faults.AddRange(Horizon(draft));
        faults.AddRange(Week(draft));
        faults.AddRange(Dates(draft));
        faults.AddRange(zone is null ? [] : Skipped(draft, zone));
        faults.AddRange(Holidays(draft));
        if (draft.Base?.How == CalendarLayering.InPlaceOf)
        {
            // What stands beneath may open it; whether anything does is found out where both are known.
            calendar = faults.Count == 0 ? new WorkingCalendar(draft, zone!) : null;
        }
        else if (draft.Week.All(hours => hours.Count == 0) && draft.Overrides.All(entry => entry.Hours.IsEmpty))
        {
            // Hours that could not be read are faults already; that nothing is open then only follows from them.
            if (draft.Faults.Count == 0)
            {
                faults.Add(NeverOpen());
            }
        }
        else if (faults.Count == 0)
        {
            var candidate = new WorkingCalendar(draft, zone!);
            if (new DateIntervals(candidate, candidate.Zone).FirstOpenDate() is null)
            {
                faults.Add(NeverOpen());
            }
            else
            {
                calendar = candidate;
            }
        }

        return faults.ToImmutable();
    }

    private static IEnumerable<CalendarFault> Identity(CalendarDraft draft, DateTimeZone? zone)
    {
        if (zone is null)
        {
            yield return Fault("calendar.zone_unknown", $"The zone «{draft.ZoneId}» is not in the zone data {draft.Zones.VersionId}. Use an IANA id such as Europe/Berlin.");
        }

        if (!draft.Key.IsAssigned)
        {
            yield return Fault("calendar.key_missing", "A calendar has a key.");
        }

        if (draft.Version < 1)
        {
            yield return Fault("calendar.version_invalid", $"The version is 1 or more, but it is {draft.Version}.");
        }

        if (draft.Base is { Calendar.IsAssigned: false })
        {
            yield return Fault("calendar.base_unknown", "The calendar beneath has a key.");
        }

        if (draft.Base is { Calendar: { IsAssigned: true } beneath } && beneath == draft.Key)
        {
            yield return Fault("calendar.base_circular", $"The calendar {draft.Key} is built upon itself. Name the one beneath it, or build it upon none.");
        }

        if (draft.Base is { How: not (CalendarLayering.Within or CalendarLayering.InPlaceOf) })
        {
            yield return Fault("calendar.base_invalid", "A calendar lies within the one beneath, or stands in its place.");
        }
    }

    private static IEnumerable<CalendarFault> Horizon(CalendarDraft draft)
    {
        var first = draft.FirstDate ?? WorkingCalendar.EarliestByDefault;
        var last = draft.LastDate ?? WorkingCalendar.LatestByDefault;
        if (first > last)
        {
            yield return Fault("calendar.dates_reversed", $"The first date {Text(first)} lies after the last date {Text(last)}.");
        }

        if (first < EarliestFirst || last > LatestLast)
        {
            yield return Fault("calendar.dates_too_far", $"A calendar lies between {Text(EarliestFirst)} and {Text(LatestLast)}.");
        }
    }

    private static IEnumerable<CalendarFault> Week(CalendarDraft draft)
    {
        for (var day = 0; day < 7; day++)
        {
            var today = draft.Week[day];
            var tomorrow = draft.Week[(day + 1) % 7];
            foreach (var fault in HoursOf(today, $"{(IsoDayOfWeek)(day + 1)}"))
            {
                yield return fault;
            }

            if (today.Any(late => late.EndsNextDay && tomorrow.Any(early => early.Start < late.End)))
            {
                yield return Fault("calendar.hours_overlap", $"Hours of {(IsoDayOfWeek)(day + 1)} end after those of the next day have started.");
            }
        }
    }

    private static IEnumerable<CalendarFault> Dates(CalendarDraft draft)
    {
        foreach (var entry in draft.Overrides)
        {
            foreach (var fault in HoursOf(entry.Hours, Text(entry.Date)))
            {
                yield return fault;
            }
        }

        foreach (var twice in draft.Overrides.GroupBy(entry => entry.Date).Where(same => same.Skip(1).Any()))
        {
            yield return Fault("calendar.override_twice", $"{Text(twice.Key)} has hours of its own more than once.");
        }
    }

    // A whole date may be closed wherever it is: a holiday of every year says nothing untrue of a year that lacks it.
    private static IEnumerable<CalendarFault> Skipped(CalendarDraft draft, DateTimeZone zone) =>
        from date in draft.Overrides.Select(entry => entry.Date).Concat(draft.Closures.Where(closure => closure.Part is not null).Select(closure => closure.Date)).Distinct().Order()
        where date >= EarliestFirst && date <= LatestLast && DateIntervals.IsSkipped(date, zone)
        select Fault("calendar.date_skipped", $"{Text(date)} does not exist in {zone.Id}, whose clocks passed over it: it can have no hours of its own and no part that is closed. Leave it out.");

    private static IEnumerable<CalendarFault> Holidays(CalendarDraft draft)
    {
        foreach (var holiday in draft.Holidays.Where(holiday => holiday.From > holiday.To || Period.DaysBetween(holiday.From, holiday.To) >= HolidayClosures.LongestHoliday))
        {
            yield return Fault("calendar.holiday_invalid", $"The holiday «{holiday.Id}» has 1 to {HolidayClosures.LongestHoliday} dates, but goes from {Text(holiday.From)} to {Text(holiday.To)}.");
        }

        foreach (var twice in draft.Holidays.GroupBy(holiday => holiday.Id, StringComparer.Ordinal).Where(same => same.Skip(1).Any()))
        {
            yield return Fault("calendar.holiday_twice", $"The id «{twice.Key}» is that of {twice.Count()} holidays, but each has an id of its own. Leave the others out, or name the year in the id.");
        }
    }

    private static IEnumerable<CalendarFault> HoursOf(IEnumerable<DayHours> hours, string owner)
    {
        DayHours? before = null;
        foreach (var part in hours.OrderBy(part => part.Start))
        {
            if (!part.IsAssigned)
            {
                yield return Fault("calendar.hours_invalid", $"Hours of {owner} were never assigned.");
            }
            else if (before is { } earlier && (earlier.EndsNextDay || part.Start < earlier.End))
            {
                yield return Fault("calendar.hours_overlap", $"Hours of {owner} overlap: {earlier} and {part}.");
            }

            before = part;
        }
    }

    private static CalendarFault NeverOpen() => Fault("calendar.never_open", "The calendar is never open between its first and its last date.");

    private static CalendarFault Fault(string code, string sentence) => new() { Code = code, Sentence = sentence };

    private static string Text(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);
}
