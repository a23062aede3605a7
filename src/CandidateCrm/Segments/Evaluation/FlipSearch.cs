using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>One instant of a walk through time, from which the next change of each condition is asked.</summary>
internal sealed class FlipSearch(MomentPlan plan, ZoneClock clock, Delegate? memberships)
{
    private const int MostSteps = 4_096;

    /// <summary>Gets the instant.</summary>
    internal Instant At { get; private set; }

    /// <summary>Gets what the rule looks up at the instant.</summary>
    internal Moment Moment { get; private set; } = null!;

    internal ZoneClock Clock => clock;

    /// <summary>Returns the first instant after another at which a rule holds otherwise; null for never, and where so many changes of conditions cancelled each other out.</summary>
    internal Instant? NextFlip<T>(RuleNode<T> rule, T item, Instant after) => TryNextFlip(rule, item, after, out var flip) ? flip : null;

    /// <summary>Looks for the first instant after another at which a rule holds otherwise, null for never; false where so many changes of conditions cancelled each other out that nobody knows.</summary>
    internal bool TryNextFlip<T>(RuleNode<T> rule, T item, Instant after, out Instant? flip)
    {
        var holds = Holds(rule, item, after);
        for (var step = 0; step < MostSteps; step++)
        {
            flip = rule.NextChange(item, this);
            if (flip is not { } next || Holds(rule, item, next) != holds)
            {
                return true;
            }
        }

        flip = null;
        return false;
    }

    /// <summary>Moves to an instant, and says whether a rule holds there.</summary>
    internal bool Holds<T>(RuleNode<T> rule, T item, Instant at) => rule.Holds(item, MoveTo(at).Moment);

    private FlipSearch MoveTo(Instant at)
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
