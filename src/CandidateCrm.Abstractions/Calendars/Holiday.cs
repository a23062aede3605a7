using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Calendars;

/// <summary>A proposal to close whole dates, as a feed or a rule gives it.</summary>
public sealed record Holiday
{
    /// <summary>Gets the name that the source uses for it, such as <c>christmas.2026</c>: 1 to 200 characters.</summary>
    public required string Id
    {
        get;
        init => field = HostText.Id(value, "A holiday's id");
    }

    /// <summary>Gets the name for people; it becomes the reason of the closures: 1 to 200 characters.</summary>
    public required string Name
    {
        get;
        init => field = HostText.Id(value, "A holiday's name");
    }

    /// <summary>Gets the first closed date.</summary>
    public required LocalDate From
    {
        get;
        init => field = value.WithCalendar(CalendarSystem.Iso);
    }

    /// <summary>Gets the last closed date, included; a calendar refuses one before <see cref="From"/>, and more than 366 dates.</summary>
    public required LocalDate To
    {
        get;
        init => field = value.WithCalendar(CalendarSystem.Iso);
    }
}
