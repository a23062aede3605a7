using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>What one signal adds to a score. A signal has a line as soon as one touchpoint of its kind lies at or before the instant, however small its value.</summary>
public sealed record ScoreLine
{
    /// <summary>Gets the kind of touchpoint.</summary>
    public required TouchKind Kind { get; init; }

    /// <summary>Gets the number of touchpoints, whatever their quantity.</summary>
    public required long Count { get; init; }

    /// <summary>Gets the decayed sum before saturation and cap, rounded half to even at 9 decimal places.</summary>
    public required decimal Raw { get; init; }

    /// <summary>Gets what the signal adds, exactly.</summary>
    public required decimal Value { get; init; }

    /// <summary>Gets the newest touchpoint at or before the instant.</summary>
    public required Instant NewestAt { get; init; }

    /// <summary>Gets when the size of the value falls below the stated one, right to a millisecond: the instant asked for where it is already below, null where it never falls below.</summary>
    public Instant? FallsBelowAt { get; init; }
}
