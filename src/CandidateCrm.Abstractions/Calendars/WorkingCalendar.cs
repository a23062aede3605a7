using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Calendars;

/// <summary>
/// When work is done: a zone, weekly hours, dates with other hours, and closures. Immutable and valid from birth; <see cref="In"/> begins one.
/// A closure goes before an override, an override before the week. Ask it questions after compiling it.
/// </summary>
public sealed class WorkingCalendar
{
    private static readonly ImmutableArray<DayHours> NoHours = [];
    private readonly ImmutableArray<DayHours>[] _week;
    private readonly FrozenDictionary<LocalDate, DateOverride> _overrides;
    private readonly FrozenDictionary<LocalDate, Closure> _closedDates;

    internal WorkingCalendar(CalendarDraft draft, DateTimeZone zone)
    {
        Key = draft.Key;
        Version = draft.Version;
        Zone = zone;
        Zones = draft.Zones;
        FirstDate = draft.FirstDate;
        LastDate = draft.LastDate;
        Base = draft.Base;
        _week = [.. draft.Week.Select(hours => hours.OrderBy(part => part.Start).ToImmutableArray())];
        Overrides = [.. draft.Overrides.OrderBy(entry => entry.Date)];
        Closures = [.. draft.Closures.OrderBy(closure => closure.Date)];
        Holidays = [.. draft.Holidays.OrderBy(holiday => holiday.From).ThenBy(holiday => holiday.Id, StringComparer.Ordinal)];
        SwitchedOff = [.. draft.SwitchedOff.Order()];
        EffectiveClosures = [.. Closures.Concat(HolidayClosures.Of(Holidays, SwitchedOff)).OrderBy(closure => closure.Date)];
        _overrides = Overrides.ToFrozenDictionary(entry => entry.Date);
        _closedDates = EffectiveClosures.Where(closure => closure.Part is null)
            .DistinctBy(closure => closure.Date)
            .ToFrozenDictionary(closure => closure.Date);
    }

    /// <summary>Gets the first date of a calendar that names none: 1 January 1900.</summary>
    public static LocalDate EarliestByDefault { get; } = new(1900, 1, 1);

    /// <summary>Gets the last date of a calendar that names none: 31 December 2200.</summary>
    public static LocalDate LatestByDefault { get; } = new(2200, 12, 31);

    /// <summary>Gets a calendar that is always open between its first and last date, in UTC; its key is <c>always-open</c>, its version 1.</summary>
    public static WorkingCalendar AlwaysOpen { get; } =
        In("UTC").Named(CalendarKey.From("always-open")).Open(DaysOfWeek.EveryDay, DayHours.WholeDay).Build();

    /// <summary>Gets the name; <c>default</c> unless it was given.</summary>
    public CalendarKey Key { get; }

    /// <summary>Gets the version of the definition under its name: 1 or more.</summary>
    public int Version { get; }

    /// <summary>Gets the zone in which hours and dates are meant.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>Gets the version of the zone data that <see cref="Zone"/> comes from, as its provider names it.</summary>
    public string ZoneDataVersion => Zones.VersionId;

    /// <summary>Gets the first date on which hours can start; null is <see cref="EarliestByDefault"/>.</summary>
    public LocalDate? FirstDate { get; }

    /// <summary>Gets the last date on which hours can start; null is <see cref="LatestByDefault"/>. Hours that start on it may end on the next.</summary>
    public LocalDate? LastDate { get; }

    /// <summary>Gets the calendar that this one is built upon; null, the default, is none. It is looked up by its key when the calendar is compiled.</summary>
    public CalendarBase? Base { get; }

    /// <summary>Gets the dates with hours of their own, by date, at most one for each.</summary>
    public ImmutableArray<DateOverride> Overrides { get; }

    /// <summary>Gets the closures that were entered by hand, by date.</summary>
    public ImmutableArray<Closure> Closures { get; }

    /// <summary>Gets the holidays that were imported, by first date, those switched off included.</summary>
    public ImmutableArray<Holiday> Holidays { get; }

    /// <summary>Gets the dates that no holiday closes; closures entered by hand still do.</summary>
    public ImmutableArray<LocalDate> SwitchedOff { get; }

    /// <summary>Gets all closures that hold, by date: those entered by hand and one for each date of a holiday that is not switched off.</summary>
    public ImmutableArray<Closure> EffectiveClosures { get; }

    internal IDateTimeZoneProvider Zones { get; }

    /// <summary>Gets a value indicating whether any day of the week has hours.</summary>
    internal bool HasWeek => Array.Exists(_week, hours => !hours.IsEmpty);

    internal LocalDate First => FirstDate ?? EarliestByDefault;

    internal LocalDate Last => LastDate ?? LatestByDefault;

    /// <summary>Begins a calendar in a zone.</summary>
    /// <param name="zoneId">An IANA id such as <c>Europe/Berlin</c>; one that is unknown is a fault when the calendar is built.</param>
    /// <param name="zones">Where zones come from; the data of NodaTime when null.</param>
    public static WorkingCalendarBuilder In(string zoneId, IDateTimeZoneProvider? zones = null)
    {
        ArgumentNullException.ThrowIfNull(zoneId);
        return new WorkingCalendarBuilder(new CalendarDraft { ZoneId = zoneId, Zones = zones ?? DateTimeZoneProviders.Tzdb });
    }

    /// <summary>Returns the hours that start on this day in an ordinary week, in order; none when it is closed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not a day of the week.</exception>
    public ImmutableArray<DayHours> WeeklyHours(IsoDayOfWeek day) => day is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday
        ? _week[(int)day - 1]
        : throw new ArgumentOutOfRangeException(nameof(day), day, "A day of the week is Monday to Sunday.");

    /// <summary>Returns a builder that holds this calendar's definition with the version raised by one.</summary>
    public WorkingCalendarBuilder NextVersion() => new(CalendarDraft.Of(this));

    /// <summary>
    /// Returns the next version, with these holidays in place of those imported before. Dates that were switched off stay so; dates in
    /// <paramref name="except"/> are switched off too. The same holidays again still make a new version.
    /// </summary>
    /// <exception cref="InvalidCalendarException">The holidays have faults, or leave nothing open.</exception>
    public WorkingCalendar WithHolidays(IEnumerable<Holiday> holidays, params LocalDate[] except)
    {
        ArgumentNullException.ThrowIfNull(holidays);
        ArgumentNullException.ThrowIfNull(except);
        return NextVersion().Holidays(holidays).SwitchOff(except).Build();
    }

    /// <summary>Returns the key, the version and the zone.</summary>
    public override string ToString() => $"{Key} v{Version} ({Zone.Id})";

    /// <summary>Returns the hours that start on a date, closures of part of it not yet taken away; the date is in the ISO calendar.</summary>
    internal ImmutableArray<DayHours> HoursOn(LocalDate date) =>
        _closedDates.ContainsKey(date) ? NoHours : HoursWithoutClosures(date);

    /// <summary>Returns the hours that would start on a date if nothing closed it.</summary>
    internal ImmutableArray<DayHours> HoursWithoutClosures(LocalDate date)
    {
        if (date < First || date > Last)
        {
            return NoHours;
        }

        return _overrides.TryGetValue(date, out var other) ? other.Hours : _week[(int)date.DayOfWeek - 1];
    }

    /// <summary>Says whether the calendar says something of this very date, beyond its week.</summary>
    internal bool SpeaksOf(LocalDate date) => _closedDates.ContainsKey(date) || _overrides.ContainsKey(date);

    internal Closure? WholeDateClosure(LocalDate date) => _closedDates.GetValueOrDefault(date);
}
