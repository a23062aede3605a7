using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>What a candidate may see of one application. It holds no internal stage, nobody's name, and nothing about other applications.</summary>
public sealed record PublicStatus
{
    /// <summary>The least number of waiting applications with which a place in the queue is shown.</summary>
    public const int LeastQueue = 5;

    /// <summary>Gets how long a count of the queue is shown, 24 hours.</summary>
    public static Duration LongestQueueAge { get; } = Duration.FromHours(24);

    /// <summary>Gets the application.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets the step.</summary>
    public required PublicStepKey Step { get; init; }

    /// <summary>Gets the step's words in the language asked for, or in the nearest one there is.</summary>
    public required string Title { get; init; }

    /// <summary>Gets what comes next; null where nothing does.</summary>
    public string? Next { get; init; }

    /// <summary>Gets since when the step is shown; null where it was shown before the library kept it.</summary>
    public Instant? Since { get; init; }

    /// <summary>Gets by when the candidate hears from us: the earliest open promise about the application that is not due yet; null without one.</summary>
    public Instant? ExpectBy { get; init; }

    /// <summary>Gets the place in the queue; null unless it is true now and tells nothing about others.</summary>
    public QueuePlace? Queue { get; init; }
}
