namespace CandidateCrm.Calendars;

/// <summary>How the date of Easter is reckoned.</summary>
public enum EasterReckoning
{
    /// <summary>By the Gregorian calendar, as western churches do.</summary>
    Western = 0,

    /// <summary>By the Julian calendar, as most orthodox churches do; dates are still given in the ISO calendar.</summary>
    Orthodox = 1,
}
