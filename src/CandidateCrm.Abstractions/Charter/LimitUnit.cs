namespace CandidateCrm.Charter;

/// <summary>What a limit counts.</summary>
public enum LimitUnit
{
    /// <summary>Open time of the calendar.</summary>
    WorkingTime,

    /// <summary>Whole business dates, due at the close of the last one, or at the same clock time on it.</summary>
    BusinessDays,

    /// <summary>Nothing: an instant is named.</summary>
    FixedInstant,
}
