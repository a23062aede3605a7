using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>How many are in a segment.</summary>
public sealed record SegmentCount
{
    /// <summary>Gets the instant that is meant by now.</summary>
    public required Instant AsOf { get; init; }

    /// <summary>Gets since when a change of rules is in force that was not carried to everybody yet, so that a kept segment may still be counted by the rules before for some; null where all were. It stands, also where the job was cancelled or failed, until one went through everybody without a failure.</summary>
    public Instant? ComputingSince { get; init; }

    /// <summary>Gets how many are in.</summary>
    public required long Members { get; init; }
}
