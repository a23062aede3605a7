using NodaTime;

namespace CandidateCrm.Calendars;

/// <summary>A single date, such as a day of mourning.</summary>
public sealed record OneOffRule : HolidayRule
{
    /// <summary>Gets the date.</summary>
    public required LocalDate Date
    {
        get;
        init => field = value.WithCalendar(CalendarSystem.Iso);
    }

    private protected override IEnumerable<LocalDate> Dates(int year) => Date.Year == year ? [Date] : [];
}
