using NodaTime;

namespace CandidateCrm.Calendars;

/// <summary>Business dates and their closes.</summary>
internal sealed class BusinessDaySearch(CalendarTables tables, OpenTimeSearch open, DateTimeZone zone)
{
    // Local dates end soon after these; a zone's offset must not lead out of them.
    private static readonly Instant Earliest = Instant.FromUtc(1, 1, 3, 0, 0);
    private static readonly Instant Latest = Instant.FromUtc(9999, 12, 29, 0, 0);

    internal bool TryAdd(Instant at, int days, BusinessDayMode mode, AfterClosing afterClosing, out Instant due)
    {
        if (days == 0)
        {
            return open.TryNext(at, out due);
        }

        due = default;
        var local = (at < Earliest ? Earliest : at > Latest ? Latest : at).InZone(zone).LocalDateTime;
        if (!TryCount(CountingDate(at, local.Date, afterClosing), days, out var date, out var close))
        {
            return false;
        }

        if (mode == BusinessDayMode.CloseOfDay)
        {
            due = close;
            return true;
        }

        var sameTime = DateIntervals.ToInstant(date, local.TimeOfDay, zone);
        return days > 0 ? open.TryNext(sameTime, out due) : open.TryPrevious(sameTime, out due);
    }

    internal int Between(LocalDate from, LocalDate to)
    {
        var (first, second) = (Clamp(from), Clamp(to));
        tables.Around(first.Year);
        var table = tables.Around(second.Year).Business;
        return table.Through(second) - table.Through(first);
    }

    internal bool IsBusinessDate(LocalDate date) => TryClose(date, out _);

    internal bool TryClose(LocalDate date, out Instant close)
    {
        close = default;
        var clamped = Clamp(date);
        var table = tables.Around(clamped.Year).Business;
        var number = table.Through(clamped) - 1;
        if (number < 0 || table.DateAt(number) != clamped)
        {
            return false;
        }

        close = InstantLine.At(table.CloseAt(number));
        return true;
    }

    /// <summary>Finds the n-th business date strictly after a date, or strictly before it when n is negative.</summary>
    private bool TryCount(LocalDate from, int days, out LocalDate date, out Instant close)
    {
        var table = tables.Around(from.Year);
        do
        {
            var business = table.Business;
            var number = days > 0 ? business.Through(from) + (long)days - 1 : business.Before(from) + (long)days;
            if (number >= 0 && number < business.Count)
            {
                date = business.DateAt((int)number);
                close = InstantLine.At(business.CloseAt((int)number));
                return true;
            }
        }
        while (days > 0 ? tables.TryGrowForward(ref table) : tables.TryGrowBackward(ref table));
        (date, close) = (default, default);
        return false;
    }

    private LocalDate CountingDate(Instant at, LocalDate date, AfterClosing afterClosing) =>
        Clamp(afterClosing == AfterClosing.NextDate && TryClose(date, out var close) && at >= close ? date.PlusDays(1) : date);

    // The dates at either end are no business dates, so that dates beyond them count the same.
    private LocalDate Clamp(LocalDate date) => LocalDate.Max(tables.FirstDate, LocalDate.Min(tables.LastDate, date.WithCalendar(CalendarSystem.Iso)));
}
