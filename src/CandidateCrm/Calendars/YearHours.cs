using NodaTime;

namespace CandidateCrm.Calendars;

/// <summary>
/// One year of a calendar: the open stretches of the UTC year, cut at its ends, and the business dates of the local year. It does not depend on
/// which other years are known, so tables give the same answers however they grew.
/// </summary>
internal sealed class YearHours
{
    private YearHours(int year, List<Stretch> open, List<LocalDate> businessDates, List<long> closes)
    {
        Year = year;
        Open = open;
        BusinessDates = businessDates;
        Closes = closes;
    }

    internal int Year { get; }

    internal List<Stretch> Open { get; }

    internal List<LocalDate> BusinessDates { get; }

    /// <summary>Gets the close of each business date.</summary>
    internal List<long> Closes { get; }

    internal static YearHours Of(CalendarLayer hours, int year)
    {
        var (start, end) = (InstantLine.StartOfYear(year), InstantLine.StartOfYear(year + 1));
        var open = new List<Stretch>();
        var dates = new List<LocalDate>();
        var closes = new List<long>();
        var last = new LocalDate(year, 12, 31).PlusDays(DateIntervals.Reach);
        for (var date = new LocalDate(year, 1, 1).PlusDays(-DateIntervals.Reach); date <= last; date = date.PlusDays(1))
        {
            var close = long.MinValue;
            foreach (var stretch in hours.Of(date))
            {
                close = Math.Max(close, stretch.End);
                if (stretch.Start < end && stretch.End > start)
                {
                    open.Add(new Stretch(Math.Max(stretch.Start, start), Math.Min(stretch.End, end)));
                }
            }

            if (close != long.MinValue && date.Year == year)
            {
                dates.Add(date);
                closes.Add(close);
            }
        }

        return new YearHours(year, Stretches.Merge(open), dates, closes);
    }
}
