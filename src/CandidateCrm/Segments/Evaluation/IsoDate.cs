using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>Dates in the ISO calendar: dates of different calendars cannot be compared.</summary>
internal static class IsoDate
{
    internal static LocalDate Of(LocalDate date) => date.Calendar == CalendarSystem.Iso ? date : date.WithCalendar(CalendarSystem.Iso);
}
