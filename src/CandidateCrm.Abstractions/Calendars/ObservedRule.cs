using NodaTime;

namespace CandidateCrm.Calendars;

/// <summary>
/// Another rule's dates, moved when they fall on a weekend; the date moved to may lie in the neighbouring year, and then counts for that one.
/// A British Boxing Day moves by 2 from either day; an American holiday by -1 from Saturday and by 1 from Sunday.
/// </summary>
public sealed record ObservedRule : HolidayRule
{
    /// <summary>Gets the rule whose dates are moved.</summary>
    public required HolidayRule Of
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Gets by how many days a Saturday moves: -6 to 6; 0, the default, leaves it.</summary>
    public int SaturdayBy
    {
        get;
        init => field = Shift(value);
    }

    /// <summary>Gets by how many days a Sunday moves: -6 to 6; 0, the default, leaves it.</summary>
    public int SundayBy
    {
        get;
        init => field = Shift(value);
    }

    private protected override IEnumerable<LocalDate> Dates(int year) => Enumerable.Range(year - 1, 3)
        .SelectMany(near => DatesOf(Of, near))
        .Select(Moved)
        .Where(date => date.Year == year)
        .Distinct()
        .Order();

    private LocalDate Moved(LocalDate date) => date.DayOfWeek switch
    {
        IsoDayOfWeek.Saturday => date.PlusDays(SaturdayBy),
        IsoDayOfWeek.Sunday => date.PlusDays(SundayBy),
        _ => date,
    };

    private static int Shift(int value) => value is >= -6 and <= 6
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A holiday moves by at most 6 days.");
}
