using NodaTime;

namespace CandidateCrm.Insights;

/// <summary>How many durations lie within a limit.</summary>
public readonly record struct WithinCount
{
    /// <summary>Gets the limit; a duration that equals it is within.</summary>
    public required Duration Limit { get; init; }

    /// <summary>Gets how many.</summary>
    public required long Count { get; init; }
}
