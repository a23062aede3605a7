namespace CandidateCrm.Timeline;

/// <summary>How well the instant of an event is known.</summary>
public enum Precision
{
    /// <summary>To the microsecond.</summary>
    Instant,

    /// <summary>Only the date: the event stands at the start of that date in the tenant's zone, and durations that begin or end with it are reported in whole days.</summary>
    Day,
}
