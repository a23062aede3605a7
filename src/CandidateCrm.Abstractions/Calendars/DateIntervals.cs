using NodaTime;

namespace CandidateCrm.Calendars;

/// <summary>Maps the hours of single dates to the instant line; everything else is built from this.</summary>
internal sealed class DateIntervals
{
    /// <summary>
    /// By how many dates hours may miss the UTC date that they are written for: they run into the next one, an offset is less than a day,
    /// and those that run into a date that does not exist end a day later.
    /// </summary>
    internal const int Reach = 3;

    private readonly WorkingCalendar _calendar;
    private readonly DateTimeZone _zone;
    private readonly Stretch[] _closed;

    internal DateIntervals(WorkingCalendar calendar, DateTimeZone zone)
    {
        _calendar = calendar;
        _zone = zone;
        _closed = [.. Stretches.Merge(
        [
            .. calendar.EffectiveClosures
                .Where(closure => closure.Part is not null && IsNear(closure.Date))
                .Select(closure => Map(closure.Date, closure.Part.GetValueOrDefault(), zone))
                .OfType<Stretch>(),
        ])];
    }

    /// <summary>Returns the open stretches of the hours that start on a date, closures taken away, by their start; they may overlap where the clock jumps.</summary>
    internal IEnumerable<Stretch> Of(LocalDate date)
    {
        foreach (var hours in _calendar.HoursOn(date))
        {
            if (Map(date, hours, _zone) is { } whole)
            {
                foreach (var open in Stretches.Without(whole, _closed))
                {
                    yield return open;
                }
            }
        }
    }

    /// <summary>Returns what this calendar's closures of parts of dates leave of other stretches.</summary>
    internal IEnumerable<Stretch> WithoutClosedParts(IEnumerable<Stretch> stretches) => stretches.SelectMany(stretch => Stretches.Without(stretch, _closed));

    /// <summary>Returns the first date of the calendar on which something is open, or null.</summary>
    internal LocalDate? FirstOpenDate()
    {
        for (var date = _calendar.First; date <= _calendar.Last; date = date.PlusDays(1))
        {
            if (Of(date).Any())
            {
                return date;
            }
        }

        return null;
    }

    // A closure far outside the calendar changes nothing, and its instants might not be countable.
    private bool IsNear(LocalDate date) => date >= _calendar.First.PlusDays(-Reach) && date <= _calendar.Last.PlusDays(Reach);

    /// <summary>Says whether a zone has no such date, because its clocks passed over all of it: a country went to the other side of the date line.</summary>
    internal static bool IsSkipped(LocalDate date, DateTimeZone zone) =>
        zone.MapLocal(date.AtMidnight()) is { Count: 0 } gap && gap.LateInterval.IsoLocalStart >= date.PlusDays(1).AtMidnight();

    /// <summary>Returns where hours lie that start on a date, or null where the clock jumps over all of them: nothing starts on a date that does not exist.</summary>
    internal static Stretch? Map(LocalDate date, DayHours hours, DateTimeZone zone)
    {
        if (IsSkipped(date, zone))
        {
            return null;
        }

        var start = InstantLine.Nanoseconds(ToInstant(date, hours.Start, zone));
        var end = InstantLine.Nanoseconds(ToInstant(hours.EndsNextDay ? date.PlusDays(1) : date, hours.End, zone));
        return start < end ? new Stretch(start, end) : null;
    }

    /// <summary>
    /// Maps a local time: a skipped one moves forward by the gap, an ambiguous one is the earlier. Midnight is the start of the date as the zone
    /// has it, so that dates meet without a seam; a date that is skipped altogether starts where it would have ended.
    /// </summary>
    internal static Instant ToInstant(LocalDate date, LocalTime time, DateTimeZone zone)
    {
        if (time != LocalTime.Midnight)
        {
            return zone.AtLeniently(date + time).ToInstant();
        }

        var midnight = zone.MapLocal(date.AtMidnight());
        return midnight.Count == 0 ? midnight.LateInterval.Start : midnight.First().ToInstant();
    }
}
