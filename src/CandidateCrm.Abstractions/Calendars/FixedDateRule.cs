using NodaTime;

namespace CandidateCrm.Calendars;

/// <summary>The same day of the same month every year; 29 February only in leap years.</summary>
public sealed record FixedDateRule : HolidayRule
{
    /// <summary>Gets the day; a day that no year has cannot be written.</summary>
    public required AnnualDate Day { get; init; }

    private protected override IEnumerable<LocalDate> Dates(int year) => Day.IsValidYear(year) ? [Day.InYear(year)] : [];
}
