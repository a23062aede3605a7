using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Calendars;

/// <summary>
/// Says a working calendar step by step. Order does not matter and hours of the same day add up; nothing is refused before
/// <see cref="Build"/>, which names every fault at once. Not safe for concurrent use.
/// </summary>
public sealed class WorkingCalendarBuilder
{
    private readonly CalendarDraft _draft;

    internal WorkingCalendarBuilder(CalendarDraft draft) => _draft = draft;

    /// <summary>Names the calendar; <c>default</c> when it is not named.</summary>
    public WorkingCalendarBuilder Named(CalendarKey key)
    {
        _draft.Key = key;
        return this;
    }

    /// <summary>Sets the version: 1 or more, 1 by default.</summary>
    public WorkingCalendarBuilder AsVersion(int version)
    {
        _draft.Version = version;
        return this;
    }

    /// <summary>Sets the first date on which hours can start; it is closed before.</summary>
    public WorkingCalendarBuilder StartingOn(LocalDate first)
    {
        _draft.FirstDate = first.WithCalendar(CalendarSystem.Iso);
        return this;
    }

    /// <summary>Sets the last date on which hours can start; a due time after it is «no open time».</summary>
    public WorkingCalendarBuilder EndingOn(LocalDate last)
    {
        _draft.LastDate = last.WithCalendar(CalendarSystem.Iso);
        return this;
    }

    /// <summary>Builds it upon another calendar and lets it be open only while that one is open as well; see <see cref="CalendarLayering.Within"/>.</summary>
    public WorkingCalendarBuilder Within(CalendarKey beneath) => BuiltUpon(beneath, CalendarLayering.Within);

    /// <summary>
    /// Builds it upon another calendar, of which it changes what it says otherwise: single dates, or the hours of the week; see <see cref="CalendarLayering.InPlaceOf"/>.
    /// Without hours of its own it is open when that one is.
    /// </summary>
    public WorkingCalendarBuilder InPlaceOf(CalendarKey beneath) => BuiltUpon(beneath, CalendarLayering.InPlaceOf);

    /// <summary>Opens these days of every week for these hours, such as <c>"09:00-12:30", "13:30-18:00"</c>; see <see cref="DayHours.Parse"/>.</summary>
    public WorkingCalendarBuilder Open(ImmutableArray<IsoDayOfWeek> days, params string[] hours) => Open(days, [.. Read(hours)]);

    /// <summary>Opens these days of every week for these hours.</summary>
    public WorkingCalendarBuilder Open(ImmutableArray<IsoDayOfWeek> days, params DayHours[] hours)
    {
        ArgumentNullException.ThrowIfNull(hours);
        foreach (var day in days.IsDefault ? [] : days)
        {
            if (day is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday)
            {
                throw new ArgumentOutOfRangeException(nameof(days), day, "A day of the week is Monday to Sunday.");
            }

            _draft.Week[(int)day - 1].AddRange(hours);
        }

        return this;
    }

    /// <summary>Opens one day of every week for these hours; see <see cref="DayHours.Parse"/>.</summary>
    public WorkingCalendarBuilder Open(IsoDayOfWeek day, params string[] hours) => Open([day], hours);

    /// <summary>Closes a whole date: all hours that start on it.</summary>
    /// <param name="date">The date, in the calendar's zone.</param>
    /// <param name="reason">Why: 1 to 200 characters.</param>
    public WorkingCalendarBuilder Close(LocalDate date, string reason) => Close(new Closure { Date = date, Reason = reason });

    /// <summary>Closes part of a date; see <see cref="DayHours.Parse"/>.</summary>
    /// <param name="date">The date on which the closed part starts, in the calendar's zone.</param>
    /// <param name="part">The part, such as <c>14:00-24:00</c>.</param>
    /// <param name="reason">Why: 1 to 200 characters.</param>
    public WorkingCalendarBuilder ClosePart(LocalDate date, string part, string reason)
    {
        foreach (var hours in Read(part))
        {
            Close(new Closure { Date = date, Part = hours, Reason = reason });
        }

        return this;
    }

    /// <summary>Adds a closure.</summary>
    public WorkingCalendarBuilder Close(Closure closure)
    {
        ArgumentNullException.ThrowIfNull(closure);
        _draft.Closures.Add(closure);
        return this;
    }

    /// <summary>Gives a date hours of its own in place of those of its weekday; none at all means that nothing starts on it.</summary>
    public WorkingCalendarBuilder Override(LocalDate date, params string[] hours) => Override(date, Read(hours));

    /// <summary>Gives a date hours of its own in place of those of its weekday; none at all means that nothing starts on it.</summary>
    public WorkingCalendarBuilder Override(LocalDate date, ImmutableArray<DayHours> hours)
    {
        _draft.Overrides.Add(new DateOverride { Date = date, Hours = hours.IsDefault ? [] : [.. hours.OrderBy(part => part.Start)] });
        return this;
    }

    /// <summary>Puts these holidays in place of those imported before.</summary>
    public WorkingCalendarBuilder Holidays(IEnumerable<Holiday> holidays)
    {
        ArgumentNullException.ThrowIfNull(holidays);
        Holiday[] imported = [.. holidays];
        _draft.Holidays.Clear();
        _draft.Holidays.AddRange(imported);
        return this;
    }

    /// <summary>Lets work go on at these dates although a holiday names them, in this import and later ones.</summary>
    public WorkingCalendarBuilder SwitchOff(params LocalDate[] dates)
    {
        ArgumentNullException.ThrowIfNull(dates);
        _draft.SwitchedOff.UnionWith(dates.Select(date => date.WithCalendar(CalendarSystem.Iso)));
        return this;
    }

    /// <summary>Returns every fault of what was said so far; empty when <see cref="Build"/> would succeed.</summary>
    public ImmutableArray<CalendarFault> Review() => CalendarFaults.Of(_draft, out _);

    /// <summary>Makes the calendar. The builder can be used on; what was built does not change.</summary>
    /// <exception cref="InvalidCalendarException">
    /// There are faults: an unknown zone, hours that are not hours, that start and end at once or overlap, no open time at all. All are named.
    /// </exception>
    public WorkingCalendar Build()
    {
        var faults = CalendarFaults.Of(_draft, out var calendar);
        return calendar ?? throw new InvalidCalendarException(faults);
    }

    private WorkingCalendarBuilder BuiltUpon(CalendarKey beneath, CalendarLayering how)
    {
        _draft.Base = new CalendarBase { Calendar = beneath, How = how };
        return this;
    }

    private ImmutableArray<DayHours> Read(params string[] texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var read = ImmutableArray.CreateBuilder<DayHours>();
        foreach (var text in texts)
        {
            if (DayHours.TryRead(text ?? string.Empty, out var hours) is { } fault)
            {
                _draft.Faults.Add(new CalendarFault { Code = "calendar.hours_invalid", Sentence = $"{fault} This is «{text}»." });
            }
            else
            {
                read.Add(hours);
            }
        }

        return read.ToImmutable();
    }
}
