using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace CandidateCrm.Calendars;

/// <summary>
/// Answers questions about open time. The cost of an answer does not depend on the length of the time asked about; only the first question about
/// a year builds it. Time outside the calendar's first and last date counts as closed, and a search that leaves them finds nothing.
/// Safe for concurrent use; the answers do not depend on the order of questions.
/// </summary>
public sealed class CompiledCalendar
{
    private readonly CalendarLayer _layer;
    private readonly CalendarTables _tables;
    private readonly OpenTimeSearch _open;
    private readonly BusinessDaySearch _business;

    internal CompiledCalendar(CalendarLayer layer, string zoneDataVersion)
    {
        ZoneDataVersion = zoneDataVersion;
        _layer = layer;
        _tables = new CalendarTables(layer);
        _open = new OpenTimeSearch(_tables);
        _business = new BusinessDaySearch(_tables, _open, layer.Zone);
    }

    /// <summary>Gets what was compiled, without the calendars that it is built upon.</summary>
    public WorkingCalendar Definition => _layer.Calendar;

    /// <summary>Gets the version of what was compiled: that of the calendar, raised by what the versions of those beneath it lie above 1. It rises when any of them changes.</summary>
    public int Version => _layer.Version;

    /// <summary>Gets the version of the zone data that answers are computed with; store it beside a due time.</summary>
    public string ZoneDataVersion { get; }

    /// <summary>
    /// Returns the earliest instant t at which the open time in <c>[start, t)</c> reaches the duration. Used up exactly at a closing, it is that
    /// closing, not the next opening; a duration of zero gives the next open instant.
    /// </summary>
    /// <param name="start">Where counting begins; outside hours it begins with the next opening.</param>
    /// <param name="open">The open time, not negative; <see cref="Subtract"/> goes back.</param>
    /// <exception cref="ArgumentOutOfRangeException">The duration is negative.</exception>
    /// <exception cref="NoOpenTimeException">The calendar ends before.</exception>
    public Instant Add(Instant start, Duration open) => TryAdd(start, open, out var due) ? due : ThrowNoOpenTime();

    /// <summary>As <see cref="Add"/>, but returns false where the calendar ends before.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The duration is negative.</exception>
    public bool TryAdd(Instant start, Duration open, out Instant due)
    {
        ThrowIfNegative(open);
        return _open.TryAdd(start, open, out due);
    }

    /// <summary>
    /// Returns the latest instant s at which the open time in <c>[s, end)</c> reaches the duration. Used up exactly at an opening, it is that
    /// opening; a duration of zero is <see cref="PreviousOpen"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The duration is negative.</exception>
    /// <exception cref="NoOpenTimeException">The calendar begins after.</exception>
    public Instant Subtract(Instant end, Duration open) => TrySubtract(end, open, out var start) ? start : ThrowNoOpenTime();

    /// <summary>As <see cref="Subtract"/>, but returns false where the calendar begins after.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The duration is negative.</exception>
    public bool TrySubtract(Instant end, Duration open, out Instant start)
    {
        ThrowIfNegative(open);
        return _open.TrySubtract(end, open, out start);
    }

    /// <summary>Returns the open time from one instant to another, negative when the second is earlier. Never longer than the time between them.</summary>
    public Duration Elapsed(Instant from, Instant to) => _open.Elapsed(from, to);

    /// <summary>Returns whether it is open; at the instant of opening it is, at that of closing it is not.</summary>
    public bool IsOpen(Instant at) => _open.IsOpen(at);

    /// <summary>Returns the instant itself when it is open, else the next opening.</summary>
    /// <exception cref="NoOpenTimeException">The calendar ends before.</exception>
    public Instant NextOpen(Instant from) => _open.TryNext(from, out var open) ? open : ThrowNoOpenTime();

    /// <summary>Returns the instant itself when open time leads up to it, the closing instant included, else the last closing before.</summary>
    /// <exception cref="NoOpenTimeException">The calendar begins after.</exception>
    public Instant PreviousOpen(Instant from) => _open.TryPrevious(from, out var open) ? open : ThrowNoOpenTime();

    /// <summary>Returns the open stretches within a range, in order, cut at its ends; stretches that touch are one.</summary>
    /// <exception cref="ArgumentException">The range has no start or no end.</exception>
    public ImmutableArray<Interval> Segments(Interval range) => range is { HasStart: true, HasEnd: true }
        ? _open.Segments(range.Start, range.End)
        : throw new ArgumentException("The range must have a start and an end.", nameof(range));

    /// <summary>
    /// Says why it is closed, and which calendar says so; null when it is open. A closure is named for all local time of a date that it closes, before
    /// hours that would be closed anyhow; where several calendars have one, that of the lowest is named.
    /// </summary>
    public ClosedReason? WhyClosed(Instant at)
    {
        if (_open.IsOpen(at))
        {
            return null;
        }

        return at < _tables.First || at >= _tables.Last ? ClosedReasons.FarAway(Definition) : _layer.WhyClosed(at);
    }

    /// <summary>
    /// Returns when something is due that is to be done within business days. They are dates, never a number of hours: the n-th business date
    /// strictly after the local date of the event. Zero days are the event's own instant, moved to the next open one.
    /// </summary>
    /// <param name="at">When the event happened.</param>
    /// <param name="days">How many; negative, with <see cref="BusinessDayMode.SameClockTime"/> only, counts back and moves back into open hours.</param>
    /// <param name="mode">Where on that date; its close by default.</param>
    /// <param name="afterClosing">Which date an event counts for at or after the close of its date; its own by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">The days are negative and the mode is the close of the day, or an option is unknown.</exception>
    /// <exception cref="NoOpenTimeException">The calendar does not reach so far.</exception>
    public Instant AddBusinessDays(
        Instant at,
        int days,
        BusinessDayMode mode = BusinessDayMode.CloseOfDay,
        AfterClosing afterClosing = AfterClosing.SameDate) =>
        TryAddBusinessDays(at, days, mode, afterClosing, out var due) ? due : ThrowNoOpenTime();

    /// <summary>As <see cref="AddBusinessDays"/>, but returns false where the calendar does not reach so far.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The days are negative and the mode is the close of the day, or an option is unknown.</exception>
    public bool TryAddBusinessDays(Instant at, int days, BusinessDayMode mode, AfterClosing afterClosing, out Instant due)
    {
        if (mode is not (BusinessDayMode.CloseOfDay or BusinessDayMode.SameClockTime))
        {
            throw new ArgumentOutOfRangeException(nameof(mode), mode, "The mode is the close of the day or the same clock time.");
        }

        if (afterClosing is not (AfterClosing.SameDate or AfterClosing.NextDate))
        {
            throw new ArgumentOutOfRangeException(nameof(afterClosing), afterClosing, "An event after closing counts for its own or for the next date.");
        }

        if (days < 0 && mode == BusinessDayMode.CloseOfDay)
        {
            throw new ArgumentOutOfRangeException(nameof(days), days, "Only at the same clock time can business days be counted back.");
        }

        return _business.TryAdd(at, days, mode, afterClosing, out due);
    }

    /// <summary>Returns the number of business dates after the first date, up to and including the second; negative when the second is earlier.</summary>
    public int BusinessDaysBetween(LocalDate from, LocalDate to) => _business.Between(from, to);

    /// <summary>Returns whether anything that is open belongs to the date: after closures and overrides, hours start on it.</summary>
    public bool IsBusinessDate(LocalDate date) => _business.IsBusinessDate(date);

    /// <summary>Returns when the last hours of a date end, be it on the next date; null for a date that is no business date.</summary>
    public Instant? CloseOf(LocalDate date) => _business.TryClose(date, out var close) ? close : null;

    private static void ThrowIfNegative(Duration open)
    {
        if (open < Duration.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(open), open, "Open time is not negative; one method adds it, another subtracts it.");
        }
    }

    [DoesNotReturn]
    private Instant ThrowNoOpenTime() => throw new NoOpenTimeException(_layer);
}
