using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>What makes the time of a promise stand still, and what lets it run on. Where several reasons overlap, it runs on when none is left.</summary>
public sealed record PauseRule
{
    /// <summary>The longest that a pause may be allowed to last.</summary>
    public static readonly Duration MostLongest = Duration.FromDays(3_650);

    /// <summary>Gets why, such as <c>waiting-for-candidate</c>; unique within the expectation.</summary>
    public required PauseReason Reason { get; init; }

    /// <summary>Gets which facts begin it: of the same application where the promise belongs to one. While it lasts, a further one changes nothing.</summary>
    public required FactPattern PausedBy { get; init; }

    /// <summary>Gets which facts end it.</summary>
    public required FactPattern ResumedBy { get; init; }

    /// <summary>Gets after how much elapsed time it ends by itself: one minute to 3,650 days; null for never.</summary>
    public Duration? Longest
    {
        get;
        init => field = value is null || (value >= Duration.FromMinutes(1) && value <= MostLongest)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A pause ends by itself after one minute to 3,650 days.");
    }
}
