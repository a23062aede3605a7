using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>One instant of a walk through time, from which the next change of each condition is asked.</summary>
internal sealed class FlipSearch(MomentPlan plan, ZoneClock clock, Delegate? memberships)
{
    /// <summary>Gets the instant.</summary>
    internal Instant At { get; private set; }

    /// <summary>Gets what the rule looks up at the instant.</summary>
    internal Moment Moment { get; private set; } = null!;

    internal ZoneClock Clock => clock;

    internal FlipSearch MoveTo(Instant at)
    {
        At = at;
        Moment = plan.At(clock.At(at), memberships);
        return this;
    }

    /// <summary>Returns when a value may next compare with a time in another way; null for never.</summary>
    internal Instant? Next(int slot, Instant value) => plan.InstantOf(slot).NextChange(value, At, clock);

    /// <summary>Returns when a date may next compare with a time in another way; null for never.</summary>
    internal Instant? Next(int slot, LocalDate value) => plan.DateOf(slot).NextChange(IsoDate.Of(value), At, clock);

    /// <summary>Returns the earlier of two instants; null stands for never.</summary>
    internal static Instant? Earlier(Instant? one, Instant? other) => one is null || other < one ? other : one;

    /// <summary>Returns the later of two instants; null stands for never.</summary>
    internal static Instant? Later(Instant? one, Instant? other) => one is null || other is null ? null : Instant.Max(one.Value, other.Value);
}
