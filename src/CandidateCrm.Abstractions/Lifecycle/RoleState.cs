using NodaTime;

namespace CandidateCrm.Lifecycle;

/// <summary>One role of a person: whether it is held, how often it began, and the total time of the stays that ended.</summary>
public readonly record struct RoleState
{
    /// <summary>Gets the role.</summary>
    public required PersonRole Role { get; init; }

    /// <summary>Gets since when it is held; null where it is not.</summary>
    public Instant? Since { get; init; }

    /// <summary>Gets how often it began; numbers the announcements of the role.</summary>
    public required int Visits { get; init; }

    /// <summary>Gets the total time of the stays that have ended.</summary>
    public Duration Total { get; init; }

    /// <summary>Gets a value indicating whether it is held.</summary>
    public bool IsHeld => Since is not null;

    /// <summary>Returns the total time at an instant, with the stay that goes on.</summary>
    /// <param name="at">An instant at or after the state; a stay that began later than it counts nothing.</param>
    public Duration TotalAt(Instant at) => Since < at ? Total + (at - Since.Value) : Total;
}
