using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.Text;

namespace CandidateCrm.Calendars;

/// <summary>
/// A stretch of local time within one day, or from one day into the next: <c>[Start, End)</c>. It belongs to the date on which it starts.
/// The default value was never assigned and is refused wherever hours are asked for.
/// </summary>
public readonly record struct DayHours
{
    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    private DayHours(LocalTime start, LocalTime end, bool endsNextDay)
    {
        Start = start;
        End = end;
        EndsNextDay = endsNextDay;
    }

    /// <summary>Gets the whole date, 00:00-24:00: 23, 24 or 25 hours, as the zone has it.</summary>
    public static DayHours WholeDay { get; } = new(LocalTime.Midnight, LocalTime.Midnight, endsNextDay: true);

    /// <summary>Gets the first local time that is inside.</summary>
    public LocalTime Start { get; }

    /// <summary>Gets the first local time that is outside again; midnight stands for the end of the date.</summary>
    public LocalTime End { get; }

    /// <summary>Gets a value indicating whether <see cref="End"/> lies on the next date.</summary>
    public bool EndsNextDay { get; }

    /// <summary>Gets a value indicating whether these hours were ever assigned; false only for the default value.</summary>
    public bool IsAssigned => EndsNextDay || Start != End;

    /// <summary>Makes hours; an end earlier than the start lies on the next date.</summary>
    /// <exception cref="ArgumentException">Start and end are equal. The whole date is <see cref="WholeDay"/>.</exception>
    public static DayHours Of(LocalTime start, LocalTime end) => start == end
        ? throw new ArgumentException("Hours must not start and end at the same time; the whole date is 00:00-24:00.", nameof(end))
        : new DayHours(start, end, end < start);

    /// <summary>Reads <c>09:00-17:30</c>; seconds and fractions are allowed, <c>24:00</c> is the end of the date.</summary>
    /// <exception cref="ArgumentException">The text is not such hours, or start and end are equal.</exception>
    public static DayHours Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryRead(text, out var hours) switch
        {
            null => hours,
            var fault => throw new ArgumentException(fault, nameof(text)),
        };
    }

    /// <summary>Reads hours if the text is valid; see <see cref="Parse"/>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out DayHours hours)
    {
        hours = default;
        return text is not null && TryRead(text, out hours) is null;
    }

    /// <summary>Returns text that <see cref="Parse"/> reads, such as <c>22:00-06:00</c>.</summary>
    public override string ToString() => !IsAssigned
        ? "(unassigned)"
        : Text(Start) + "-" + (EndsNextDay && End == LocalTime.Midnight ? "24:00" : Text(End));

    /// <summary>Reads hours, or says in a sentence what is wrong.</summary>
    internal static string? TryRead(string text, out DayHours hours)
    {
        hours = default;
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0 || !TryTime(text[..dash], out var start))
        {
            return "Hours are written such as 09:00-17:30, with 24:00 for the end of the date.";
        }

        if (text[(dash + 1)..] == "24:00")
        {
            hours = new DayHours(start, LocalTime.Midnight, endsNextDay: true);
            return null;
        }

        if (!TryTime(text[(dash + 1)..], out var end))
        {
            return "Hours are written such as 09:00-17:30, with 24:00 for the end of the date.";
        }

        if (start == end)
        {
            return "Hours must not start and end at the same time; the whole date is 00:00-24:00.";
        }

        hours = Of(start, end);
        return null;
    }

    private static bool TryTime(string text, out LocalTime time) =>
        Minutes.Parse(text).TryGetValue(default, out time) || LocalTimePattern.ExtendedIso.Parse(text).TryGetValue(default, out time);

    private static string Text(LocalTime time) =>
        time.NanosecondOfDay % NodaConstants.NanosecondsPerMinute == 0 ? Minutes.Format(time) : LocalTimePattern.ExtendedIso.Format(time);
}
