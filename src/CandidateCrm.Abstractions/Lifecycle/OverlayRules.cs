using System.Collections.Immutable;

namespace CandidateCrm.Lifecycle;

/// <summary>
/// Which triggers a snooze and a ban on contact refuse, and which end a snooze. What is not listed moves the phase as ever. That nothing moves a
/// merged or erased person, and that a ban on contact never ends by itself, is no rule of a tenant and stands here nowhere.
/// </summary>
public sealed record OverlayRules
{
    /// <summary>Gets the rules for hosts that define none: both refuse <see cref="LifecycleTrigger.Approached"/>; <see cref="LifecycleTrigger.Applied"/> and <see cref="LifecycleTrigger.Hired"/> end a snooze.</summary>
    public static OverlayRules Default { get; } = new();

    /// <summary>Gets what a snooze refuses, each once, in the order of the triggers.</summary>
    /// <exception cref="ArgumentException">A trigger is none of those defined.</exception>
    public ImmutableArray<LifecycleTrigger> SnoozeRefuses { get; init => field = Sorted(value); } = [LifecycleTrigger.Approached];

    /// <summary>Gets what ends a snooze. What is in both lists ends it and is not refused by it.</summary>
    /// <exception cref="ArgumentException">A trigger is none of those defined.</exception>
    public ImmutableArray<LifecycleTrigger> SnoozeEndedBy { get; init => field = Sorted(value); } = [LifecycleTrigger.Applied, LifecycleTrigger.Hired];

    /// <summary>Gets what a ban on contact refuses.</summary>
    /// <exception cref="ArgumentException">A trigger is none of those defined.</exception>
    public ImmutableArray<LifecycleTrigger> ContactBarRefuses { get; init => field = Sorted(value); } = [LifecycleTrigger.Approached];

    /// <summary>Says the same rules.</summary>
    public bool Equals(OverlayRules? other) =>
        other is not null && SnoozeRefuses.AsSpan().SequenceEqual(other.SnoozeRefuses.AsSpan())
        && SnoozeEndedBy.AsSpan().SequenceEqual(other.SnoozeEndedBy.AsSpan()) && ContactBarRefuses.AsSpan().SequenceEqual(other.ContactBarRefuses.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(SnoozeRefuses.Length, SnoozeEndedBy.Length, ContactBarRefuses.Length);

    private static ImmutableArray<LifecycleTrigger> Sorted(ImmutableArray<LifecycleTrigger> triggers)
    {
        ImmutableArray<LifecycleTrigger> given = triggers.IsDefault ? [] : triggers;
        return given.All(Enum.IsDefined)
            ? [.. given.Distinct().Order()]
            : throw new ArgumentException("Each trigger is one of those defined.", nameof(triggers));
    }
}
