using NodaTime;

namespace CandidateCrm.Calendars;

/// <summary>The n-th, or the last but n, of a weekday in a month, such as the last Monday of August; none in years without it.</summary>
public sealed record NthWeekdayRule : HolidayRule
{
    /// <summary>Gets the month: 1 to 12.</summary>
    public required int Month
    {
        get;
        init => field = value is >= 1 and <= 12
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A month is 1 to 12.");
    }

    /// <summary>Gets the day of the week.</summary>
    public required IsoDayOfWeek Weekday
    {
        get;
        init => field = value is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A day of the week is Monday to Sunday.");
    }

    /// <summary>Gets which one: 1 to 5 from the start of the month, -1 (the last) to -5 from its end.</summary>
    public required int Ordinal
    {
        get;
        init => field = value is (>= 1 and <= 5) or (>= -5 and <= -1)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The ordinal of a weekday is 1 to 5, or -1 to -5 from the end of the month.");
    }

    private protected override IEnumerable<LocalDate> Dates(int year)
    {
        var first = new LocalDate(year, Month, 1);
        var date = Ordinal > 0
            ? first.PlusDays(-1).Next(Weekday).PlusWeeks(Ordinal - 1)
            : first.PlusMonths(1).Previous(Weekday).PlusWeeks(Ordinal + 1);
        return date.Month == Month ? [date] : [];
    }
}
