namespace CandidateCrm.Segments;

/// <summary>Where a date or an instant lies, seen from now. The negative ones are the exact complement, also where there is no value.</summary>
public enum TimeOperator
{
    /// <summary>Of an instant: in (now − n, now]. Of a date: in (today − n, today].</summary>
    InLast,

    /// <summary>The complement of <see cref="InLast"/>.</summary>
    NotInLast,

    /// <summary>Of an instant: in (now, now + n]. Of a date: in [today, today + n).</summary>
    InNext,

    /// <summary>The complement of <see cref="InNext"/>.</summary>
    NotInNext,

    /// <summary>At or before now − n.</summary>
    MoreThanAgo,

    /// <summary>Within a period of the calendar.</summary>
    InPeriod,

    /// <summary>The complement of <see cref="InPeriod"/>.</summary>
    NotInPeriod,

    /// <summary>Of a date: a later year has its day in [today, today + n); 29 February is kept on the 28th in common years.</summary>
    AnniversaryInNext,
}
