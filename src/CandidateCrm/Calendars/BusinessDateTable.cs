using NodaTime;

namespace CandidateCrm.Calendars;

/// <summary>The business dates of some consecutive years, numbered in order from 0, with an index from a date to its number.</summary>
internal sealed class BusinessDateTable
{
    private readonly int _firstYear;
    private readonly int[] _yearStarts;
    private readonly int[] _through;
    private readonly LocalDate[] _dates;
    private readonly long[] _closes;

    internal BusinessDateTable(YearHours[] years)
    {
        _firstYear = years[0].Year;
        _dates = [.. years.SelectMany(year => year.BusinessDates)];
        _closes = [.. years.SelectMany(year => year.Closes)];
        _yearStarts = new int[years.Length];
        var through = new List<int>(years.Length * 366);
        var number = 0;
        for (var year = 0; year < years.Length; year++)
        {
            _yearStarts[year] = through.Count;
            for (var date = new LocalDate(years[year].Year, 1, 1); date.Year == years[year].Year; date = date.PlusDays(1))
            {
                number += number < _dates.Length && _dates[number] == date ? 1 : 0;
                through.Add(number);
            }
        }

        _through = [.. through];
    }

    internal int Count => _dates.Length;

    /// <summary>Returns how many business dates of the table lie at or before a date of its years.</summary>
    internal int Through(LocalDate date) => _through[_yearStarts[date.Year - _firstYear] + date.DayOfYear - 1];

    /// <summary>Returns how many business dates of the table lie before a date of its years.</summary>
    internal int Before(LocalDate date)
    {
        var through = Through(date);
        return through > 0 && _dates[through - 1] == date ? through - 1 : through;
    }

    internal LocalDate DateAt(int number) => _dates[number];

    internal long CloseAt(int number) => _closes[number];
}
