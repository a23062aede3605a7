using NodaTime;

namespace CandidateCrm.Lifecycle;

/// <summary>When dates begin, seen from the instant at which they are told.</summary>
internal static class DateSchedule
{
    // Far enough from the end of the calendar that every day of a plan, and the day after it, still is a date.
    private static readonly LocalDate Latest = LocalDate.MaxIsoValue.PlusYears(-12);

    private static readonly LocalDate Earliest = LocalDate.MinIsoValue.PlusYears(12);

    /// <summary>Says whether a date can be counted with.</summary>
    internal static bool IsUsable(LocalDate date) => date.Calendar == CalendarSystem.Iso && date >= Earliest && date <= Latest;

    /// <summary>Returns when a date begins, or at once where it has begun; null where it is over.</summary>
    /// <param name="zone">The zone of the date.</param>
    /// <param name="date">The date.</param>
    /// <param name="at">When it is told.</param>
    internal static Instant? Due(DateTimeZone zone, LocalDate date, Instant at) =>
        date < at.InZone(zone).Date ? null : Instant.Max(Start(zone, date), at);

    /// <summary>Returns when a date begins. Where the clock skips its midnight, that is the first instant after the gap.</summary>
    internal static Instant Start(DateTimeZone zone, LocalDate date) => zone.AtStartOfDay(date).ToInstant();
}
