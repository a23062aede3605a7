namespace CandidateCrm.Calendars;

/// <summary>Why a calendar is closed at an instant.</summary>
public enum ClosedKind
{
    /// <summary>No hours of the week or of an override hold the instant.</summary>
    OutsideHours = 0,

    /// <summary>A closure holds it.</summary>
    Closure = 1,

    /// <summary>It lies before the calendar's first date or after its last one.</summary>
    OutsideCalendar = 2,
}
