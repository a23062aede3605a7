namespace CandidateCrm.Segments;

/// <summary>Where a relative time begins. It is taken in the zone before the offset is added.</summary>
public enum TimeAnchor
{
    /// <summary>This very instant.</summary>
    Now,

    /// <summary>The start of today.</summary>
    StartOfDay,

    /// <summary>The last millisecond of today.</summary>
    EndOfDay,

    /// <summary>The start of the first day of this week.</summary>
    StartOfWeek,

    /// <summary>The last millisecond of this week.</summary>
    EndOfWeek,

    /// <summary>The start of the first day of this month.</summary>
    StartOfMonth,

    /// <summary>The last millisecond of this month.</summary>
    EndOfMonth,

    /// <summary>The start of the first day of this year.</summary>
    StartOfYear,

    /// <summary>The last millisecond of this year.</summary>
    EndOfYear,
}
