namespace CandidateCrm.Calendars;

/// <summary>How a calendar goes together with the one beneath it.</summary>
public enum CalendarLayering
{
    /// <summary>It is open only while the one beneath is open as well: the intersection of both. Their zones may differ.</summary>
    Within = 0,

    /// <summary>
    /// What it says of a single date, by hours of its own for that date or by a closure, goes before all that stands beneath; then come the dates and
    /// closures beneath; then its own week, where it has one; then the week beneath. Both have the same zone.
    /// </summary>
    InPlaceOf = 1,
}
