using NodaTime;

namespace CandidateCrm.Calendars;

/// <summary>A calendar with those that it is built upon: maps the hours of single dates of all of them to the instant line.</summary>
internal sealed class CalendarLayer
{
    private readonly DateIntervals _own;

    internal CalendarLayer(WorkingCalendar calendar, DateTimeZone zone, CalendarLayer? beneath)
    {
        Calendar = calendar;
        Zone = zone;
        Beneath = beneath;
        _own = new DateIntervals(calendar, zone);
        First = beneath is null ? calendar.First : LocalDate.Max(calendar.First, beneath.First);
        Last = beneath is null ? calendar.Last : LocalDate.Min(calendar.Last, beneath.Last);
        Version = beneath is null ? calendar.Version : (int)Math.Min(int.MaxValue, (long)calendar.Version + beneath.Version - 1);
    }

    internal WorkingCalendar Calendar { get; }

    internal DateTimeZone Zone { get; }

    internal CalendarLayer? Beneath { get; }

    /// <summary>Gets the first date on which hours can start: no layer knows of more than it names.</summary>
    internal LocalDate First { get; }

    /// <summary>Gets the last date on which hours can start.</summary>
    internal LocalDate Last { get; }

    /// <summary>Gets a version that rises with that of every layer; that of the calendar itself where nothing is beneath.</summary>
    internal int Version { get; }

    /// <summary>Returns the open stretches of the hours that start on a date; they may overlap where the clock jumps.</summary>
    internal IEnumerable<Stretch> Of(LocalDate date)
    {
        if (Beneath is null)
        {
            return _own.Of(date);
        }

        if (date < First || date > Last)
        {
            return [];
        }

        return IsWithin ? WithinBeneath(date) : InPlaceOfBeneath(date);
    }

    /// <summary>Returns the first date on which something is open, or null.</summary>
    internal LocalDate? FirstOpenDate()
    {
        for (var date = First; date <= Last; date = date.PlusDays(1))
        {
            if (Of(date).Any())
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>Says whether an instant is open by the hours of the dates around it.</summary>
    internal bool IsOpen(Instant at) => Holds(Of, at);

    /// <summary>Says why an instant is closed that no layer leaves open; closures are named before hours, and those of the lowest layer first.</summary>
    internal ClosedReason WhyClosed(Instant at)
    {
        if (Beneath is null)
        {
            return ClosedReasons.At(at, Calendar, Zone);
        }

        return IsWithin ? WhyWithin(at) : WhyInPlace(at);
    }

    private bool IsWithin => Calendar.Base!.How == CalendarLayering.Within;

    private IEnumerable<Stretch> WithinBeneath(LocalDate date)
    {
        var beneath = Beneath!.Around(date);
        return _own.Of(date).SelectMany(own => Stretches.Both(own, beneath));
    }

    private IEnumerable<Stretch> InPlaceOfBeneath(LocalDate date)
    {
        if (Calendar.SpeaksOf(date))
        {
            return _own.Of(date);
        }

        return !Calendar.HasWeek || Beneath!.SpeaksOf(date)
            ? _own.WithoutClosedParts(Beneath!.Of(date))
            : Beneath.WithoutClosedParts(_own.Of(date));
    }

    private bool SpeaksOf(LocalDate date) => Calendar.SpeaksOf(date) || Beneath?.SpeaksOf(date) == true;

    private IEnumerable<Stretch> WithoutClosedParts(IEnumerable<Stretch> stretches)
    {
        var left = _own.WithoutClosedParts(stretches);
        return Beneath is null ? left : Beneath.WithoutClosedParts(left);
    }

    // Two zones are at most a day and a bit apart, so hours of one date meet hours of a few dates of the other zone.
    private List<Stretch> Around(LocalDate date) => Stretches.Merge([.. Near(date).SelectMany(Of)]);

    private static IEnumerable<LocalDate> Near(LocalDate date) =>
        Enumerable.Range(-DateIntervals.Reach - 1, (2 * DateIntervals.Reach) + 3).Select(days => date.PlusDays(days));

    private bool Holds(Func<LocalDate, IEnumerable<Stretch>> hours, Instant at)
    {
        var nanoseconds = InstantLine.Nanoseconds(at);
        return Near(at.InZone(Zone).Date).SelectMany(hours).Any(open => open.Start <= nanoseconds && nanoseconds < open.End);
    }

    private ClosedReason WhyWithin(Instant at)
    {
        var beneath = Beneath!.IsOpen(at) ? null : Beneath.WhyClosed(at);
        var own = Holds(_own.Of, at) ? null : ClosedReasons.At(at, Calendar, Zone);
        return beneath is { Kind: ClosedKind.Closure } ? beneath : own ?? beneath ?? ClosedReasons.FarAway(Calendar);
    }

    private ClosedReason WhyInPlace(Instant at)
    {
        var own = ClosedReasons.At(at, Calendar, Zone);
        if (Calendar.SpeaksOf(at.InZone(Zone).Date) || Beneath!.IsOpen(at))
        {
            return own;
        }

        var beneath = Beneath.WhyClosed(at);
        var isOwn = own.Kind == ClosedKind.Closure ? beneath.Kind != ClosedKind.Closure : Calendar.HasWeek && beneath.Kind == ClosedKind.OutsideHours;
        return isOwn ? own : beneath;
    }
}
