using System.Collections.Immutable;
using System.Numerics;

namespace CandidateCrm.Calendars;

/// <summary>
/// The oracle: slow and obvious. A stretch of the instant line is cut into small steps; each is painted open by the hours of the dates around it,
/// then closed by the closures; every question is answered by walking the steps. Nothing of the engine is used, only the definition.
/// </summary>
internal sealed class PaintedLine
{
    private readonly WorkingCalendar _calendar;
    private readonly Instant _start;
    private readonly Duration _step;
    private readonly bool[] _open;
    private readonly bool[] _shut;

    public PaintedLine(WorkingCalendar calendar, Instant start, Duration step, int steps)
    {
        _calendar = calendar;
        _start = start;
        _step = step;
        _open = new bool[steps];
        _shut = new bool[steps];
        var first = start.InZone(calendar.Zone).Date.PlusDays(-3);
        var last = End.InZone(calendar.Zone).Date.PlusDays(3);
        for (var date = first; date <= last; date = date.PlusDays(1))
        {
            foreach (var hours in HoursOn(date))
            {
                Paint(_open, date, hours, true);
            }
        }

        foreach (var closure in calendar.EffectiveClosures.Where(closure => closure.Part is not null && closure.Date >= first && closure.Date <= last && Exists(closure.Date)))
        {
            Paint(_open, closure.Date, closure.Part!.Value, false);
            Paint(_shut, closure.Date, closure.Part!.Value, true);
        }
    }

    public Duration Step => _step;

    public int Steps => _open.Length;

    public Instant End => At(_open.Length);

    public Instant At(int step) => _start + (_step * step);

    public bool IsOpen(int step) => _open[step];

    /// <summary>The first step up to which so many open steps lie, or null when the line ends before.</summary>
    public int? Add(int from, int steps)
    {
        if (steps == 0)
        {
            var next = Array.IndexOf(_open, true, from);
            return next < 0 ? null : next;
        }

        for (var at = from; at < _open.Length; at++)
        {
            steps -= _open[at] ? 1 : 0;
            if (steps == 0)
            {
                return at + 1;
            }
        }

        return null;
    }

    /// <summary>The last step from which so many open steps lie before the end, or null when the line begins after.</summary>
    public int? Subtract(int end, int steps)
    {
        for (var at = end; at >= 0; at--)
        {
            if (steps == 0 && at > 0 && _open[at - 1])
            {
                return at;
            }

            if (steps > 0 && at < end)
            {
                steps -= _open[at] ? 1 : 0;
                if (steps == 0)
                {
                    return at;
                }
            }
        }

        return null;
    }

    public int Elapsed(int from, int to) => _open[from..to].Count(open => open);

    /// <summary>Whether a closure of part of a date holds the step, whether or not it would be open.</summary>
    public bool IsShut(int step) => _shut[step];

    /// <summary>The dates to which open steps belong, with the end of the last of them: each date painted alone.</summary>
    public Instant? CloseOf(LocalDate date)
    {
        var last = Array.LastIndexOf(Alone(date), true);
        return last < 0 ? null : At(last + 1);
    }

    /// <summary>The open steps of the hours that start on one date.</summary>
    public bool[] Alone(LocalDate date)
    {
        var alone = new bool[_open.Length];
        foreach (var hours in HoursOn(date))
        {
            var (from, to) = Range(date, hours);
            for (var at = from; at < to; at++)
            {
                alone[at] = _open[at];
            }
        }

        return alone;
    }

    private ImmutableArray<DayHours> HoursOn(LocalDate date)
    {
        if (!Exists(date)
            || _calendar.EffectiveClosures.Any(closure => closure.Part is null && closure.Date == date)
            || date < (_calendar.FirstDate ?? new LocalDate(1900, 1, 1))
            || date > (_calendar.LastDate ?? new LocalDate(2200, 12, 31)))
        {
            return [];
        }

        return _calendar.Overrides.Where(entry => entry.Date == date).Select(entry => entry.Hours).FirstOrDefault(_calendar.WeeklyHours(date.DayOfWeek));
    }

    private void Paint(bool[] line, LocalDate date, DayHours hours, bool colour)
    {
        var (from, to) = Range(date, hours);
        for (var at = from; at < to; at++)
        {
            line[at] = colour;
        }
    }

    private (int From, int To) Range(LocalDate date, DayHours hours) =>
        (Position(date, hours.Start), Position(hours.EndsNextDay ? date.PlusDays(1) : date, hours.End));

    private int Position(LocalDate date, LocalTime time)
    {
        var offset = Map(date, time) - _start;
        Assert.Equal(0, offset.ToBigIntegerNanoseconds() % _step.ToInt64Nanoseconds());
        return (int)BigInteger.Max(0, BigInteger.Min(_open.Length, offset.ToBigIntegerNanoseconds() / _step.ToInt64Nanoseconds()));
    }

    // Asked of the line and not of the zone: some hour of the date is shown by a clock somewhere around it.
    private bool Exists(LocalDate date)
    {
        var noon = date.At(new LocalTime(12, 0)).InUtc().ToInstant();
        return Enumerable.Range(-72, 145).Any(hours => (noon + Duration.FromHours(hours)).InZone(_calendar.Zone).Date == date);
    }

    private Instant Map(LocalDate date, LocalTime time)
    {
        if (time == LocalTime.Midnight)
        {
            try
            {
                return _calendar.Zone.AtStartOfDay(date).ToInstant();
            }
            catch (SkippedTimeException)
            {
                // The whole date is skipped; as any other skipped time, it moves forward by the gap.
            }
        }

        return (date + time).InZoneLeniently(_calendar.Zone).ToInstant();
    }
}
