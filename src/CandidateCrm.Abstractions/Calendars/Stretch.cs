namespace CandidateCrm.Calendars;

/// <summary>A half-open stretch of the instant line, in nanoseconds; it is not empty.</summary>
internal readonly record struct Stretch(long Start, long End);
