using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>How many are in a segment.</summary>
public sealed record SegmentCount
{
    /// <summary>Gets the instant that is meant by now.</summary>
    public required Instant AsOf { get; init; }

    /// <summary>Gets since when a change of rules is carried to everybody, so that a kept segment may still be counted by the rules before for some; null where none is.</summary>
    public Instant? ComputingSince { get; init; }

    /// <summary>Gets how many are in.</summary>
    public required long Members { get; init; }
}
