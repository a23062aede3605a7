namespace CandidateCrm.Segments;

/// <summary>A unit of time. Minutes and hours are elapsed; the others are of the calendar in the zone, with the end of the month clamped.</summary>
public enum TimeUnit
{
    /// <summary>60 seconds.</summary>
    Minute,

    /// <summary>60 minutes.</summary>
    Hour,

    /// <summary>A date.</summary>
    Day,

    /// <summary>Seven dates.</summary>
    Week,

    /// <summary>A month of the calendar.</summary>
    Month,

    /// <summary>A year of the calendar.</summary>
    Year,
}
