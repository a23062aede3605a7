using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>The last cycle number of an expectation for a subject. What has ended collapses into one counter with the subject «*ended».</summary>
public readonly record struct PromiseCounter
{
    /// <summary>Gets the expectation.</summary>
    public required ExpectationKey Expectation { get; init; }

    /// <summary>Gets the subject.</summary>
    public required string Subject { get; init; }

    /// <summary>Gets the last number used.</summary>
    public required int Last { get; init; }

    /// <summary>Gets the working time that is left of a total when it is undone; null where nothing was finished.</summary>
    public Duration? Remaining { get; init; }
}
