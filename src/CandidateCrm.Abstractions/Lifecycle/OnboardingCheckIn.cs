using NodaTime;

namespace CandidateCrm.Lifecycle;

/// <summary>A check-in that has not been due yet.</summary>
public readonly record struct OnboardingCheckIn
{
    /// <summary>Gets the day, counted from the first day of work.</summary>
    public required int Day { get; init; }

    /// <summary>Gets when it is due; null where no first day of work is known, or its date was over when the first day was told.</summary>
    public Instant? DueAt { get; init; }
}
