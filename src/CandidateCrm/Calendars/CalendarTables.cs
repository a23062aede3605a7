using NodaTime;

namespace CandidateCrm.Calendars;

/// <summary>
/// The table of a calendar, grown as questions reach further. Readers take what is there without a lock; one at a time makes a larger table
/// and puts it in place as a whole.
/// </summary>
internal sealed class CalendarTables
{
    private readonly CalendarLayer _hours;
    private readonly Lock _growing = new();
    private readonly int _firstYear;
    private readonly int _lastYear;
    private volatile OpenTimeTable? _table;

    internal CalendarTables(CalendarLayer hours)
    {
        _hours = hours;
        _firstYear = hours.First.PlusDays(-DateIntervals.Reach).Year;
        _lastYear = hours.Last.PlusDays(DateIntervals.Reach).Year;
        First = Instant.FromUtc(_firstYear, 1, 1, 0, 0);
        Last = Instant.FromUtc(_lastYear + 1, 1, 1, 0, 0);
    }

    /// <summary>Gets an instant before which nothing is open.</summary>
    internal Instant First { get; }

    /// <summary>Gets an instant after which nothing is open.</summary>
    internal Instant Last { get; }

    internal LocalDate FirstDate => new(_firstYear, 1, 1);

    internal LocalDate LastDate => new(_lastYear, 12, 31);

    /// <summary>Returns a table that knows the instant, which lies between <see cref="First"/> and <see cref="Last"/>.</summary>
    internal OpenTimeTable Around(long at)
    {
        var table = _table;
        return table is not null && at >= table.Start && at < table.End ? table : Grow(InstantLine.At(at).InUtc().Year);
    }

    /// <summary>Returns a table that knows the year, which lies within the calendar.</summary>
    internal OpenTimeTable Around(int year)
    {
        var table = _table;
        return table is not null && year >= table.FirstYear && year <= table.LastYear ? table : Grow(year);
    }

    /// <summary>Replaces the table by one that reaches further into the future; false at the end of the calendar.</summary>
    internal bool TryGrowForward(ref OpenTimeTable table)
    {
        if (table.LastYear >= _lastYear)
        {
            return false;
        }

        table = Grow(table.LastYear + Step(table));
        return true;
    }

    /// <summary>Replaces the table by one that reaches further into the past; false at the beginning of the calendar.</summary>
    internal bool TryGrowBackward(ref OpenTimeTable table)
    {
        if (table.FirstYear <= _firstYear)
        {
            return false;
        }

        table = Grow(table.FirstYear - Step(table));
        return true;
    }

    // Half again as many years each time: a long search copies each year only a few times.
    private static int Step(OpenTimeTable table) => Math.Max(1, table.Years.Length / 2);

    private OpenTimeTable Grow(int wanted)
    {
        var year = Math.Clamp(wanted, _firstYear, _lastYear);
        lock (_growing)
        {
            var old = _table;
            if (old is not null && year >= old.FirstYear && year <= old.LastYear)
            {
                return old;
            }

            var first = Math.Min(year, old?.FirstYear ?? year);
            var last = Math.Max(year, old?.LastYear ?? year);
            var years = new YearHours[last - first + 1];
            for (var i = 0; i < years.Length; i++)
            {
                years[i] = old is not null && first + i >= old.FirstYear && first + i <= old.LastYear
                    ? old.Years[first + i - old.FirstYear]
                    : YearHours.Of(_hours, first + i);
            }

            return _table = new OpenTimeTable(years);
        }
    }
}
