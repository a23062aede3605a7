using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>One step of a level of one promise: to one role, at one instant.</summary>
public readonly record struct LevelStep
{
    /// <summary>Gets the level.</summary>
    public required PromiseLevel Level { get; init; }

    /// <summary>Gets the place of the role in the level, from 1 on.</summary>
    public required int Step { get; init; }

    /// <summary>Gets when it is reached; never before the promise was opened.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets whom to tell; unassigned for nobody in particular.</summary>
    public StaffRole To => Step <= Level.To.Length ? Level.To[Step - 1] : default;
}
