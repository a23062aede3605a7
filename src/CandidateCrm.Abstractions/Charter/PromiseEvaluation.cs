using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>The verdict on a promise at an instant.</summary>
public readonly record struct PromiseEvaluation
{
    /// <summary>Gets the verdict.</summary>
    public required PromiseState State { get; init; }

    /// <summary>Gets when time alone changes it; null for never.</summary>
    public Instant? NextLookAt { get; init; }
}
