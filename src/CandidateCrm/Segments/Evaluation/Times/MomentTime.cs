using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>A time of a rule that depends on now and the zone.</summary>
internal abstract class MomentTime<TValue>
{
    internal abstract TValue At(LocalCalendar calendar);

    /// <summary>
    /// Returns the first instant after another at which a value may compare with this time in another way: earlier, equal or later. Between the two it does not. Null for never.
    /// </summary>
    internal virtual Instant? NextChange(TValue value, Instant after, ZoneClock clock) => null;
}
