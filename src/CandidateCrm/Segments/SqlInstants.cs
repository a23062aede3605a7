namespace CandidateCrm.Segments;

/// <summary>How a column keeps instants.</summary>
public enum SqlInstants
{
    /// <summary>As a whole number of microseconds since 1970.</summary>
    UnixMicroseconds,

    /// <summary>As a whole number of milliseconds since 1970.</summary>
    UnixMilliseconds,

    /// <summary>As a whole number of seconds since 1970.</summary>
    UnixSeconds,

    /// <summary>As <c>timestamptz</c> of PostgreSQL. SQLite has no such type, so that there it comes back in the residual.</summary>
    TimestampWithTimeZone,
}
