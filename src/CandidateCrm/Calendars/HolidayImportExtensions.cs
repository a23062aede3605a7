using NodaTime;

namespace CandidateCrm.Calendars;

/// <summary>Takes holidays over from a source.</summary>
public static class HolidayImportExtensions
{
    /// <summary>
    /// Reads the holidays of a range and returns the next version of the calendar with them, in place of all that were imported before. Dates that
    /// were switched off stay so. The same holidays again still make a new version.
    /// </summary>
    /// <exception cref="ArgumentException">The last date lies before the first.</exception>
    /// <exception cref="InvalidCalendarException">The source gave faulty holidays, or they leave nothing open.</exception>
    public static async ValueTask<WorkingCalendar> ImportHolidaysAsync(
        this WorkingCalendar calendar,
        IHolidaySource source,
        LocalDate first,
        LocalDate last,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(source);
        if (last < first)
        {
            throw new ArgumentException("The last date must not lie before the first.", nameof(last));
        }

        return calendar.WithHolidays(await source.ReadAsync(first, last, cancellationToken).ConfigureAwait(false));
    }
}
