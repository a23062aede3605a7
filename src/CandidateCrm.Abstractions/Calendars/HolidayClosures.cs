using NodaTime;

namespace CandidateCrm.Calendars;

/// <summary>Turns holidays into closures, date by date.</summary>
internal static class HolidayClosures
{
    internal const int LongestHoliday = 366;

    internal static IEnumerable<Closure> Of(IEnumerable<Holiday> holidays, IEnumerable<LocalDate> switchedOff)
    {
        var worked = switchedOff.ToHashSet();
        return
            from holiday in holidays
            from date in Dates(holiday)
            where !worked.Contains(date)
            select new Closure { Date = date, Reason = holiday.Name, Holiday = holiday.Id };
    }

    private static IEnumerable<LocalDate> Dates(Holiday holiday)
    {
        for (var date = holiday.From; date <= holiday.To; date = date.PlusDays(1))
        {
            yield return date;
            if (date == LocalDate.MaxIsoValue)
            {
                yield break;
            }
        }
    }
}
