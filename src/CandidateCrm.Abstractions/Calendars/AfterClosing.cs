namespace CandidateCrm.Calendars;

/// <summary>Which date an event counts for that happens at or after the close of its business date.</summary>
public enum AfterClosing
{
    /// <summary>Its own local date; the default.</summary>
    SameDate = 0,

    /// <summary>The date that follows its local date, whether that is a business date or not.</summary>
    NextDate = 1,
}
