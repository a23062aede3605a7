using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>The verdict on a promise at an instant.</summary>
public readonly record struct PromiseEvaluation
{
    /// <summary>Gets the verdict.</summary>
    public required PromiseState State { get; init; }

    /// <summary>Gets when time alone changes something; null for never.</summary>
    public Instant? NextLookAt { get; init; }

    /// <summary>Gets the promise as it stands then: the same object where nothing changed.</summary>
    public Promise? After { get; init; }

    /// <summary>Gets the highest step that was reached, of those that were not behind it before; null for none.</summary>
    public LevelStep? Reached { get; init; }
}
