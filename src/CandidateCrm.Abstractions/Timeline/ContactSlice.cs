using NodaTime;

namespace CandidateCrm.Timeline;

/// <summary>When there was contact.</summary>
public sealed record ContactSlice
{
    /// <summary>Gets the latest touchpoint from the candidate.</summary>
    public Instant? LastInboundAt { get; init; }

    /// <summary>Gets the latest touchpoint to the candidate.</summary>
    public Instant? LastOutboundAt { get; init; }

    /// <summary>Gets the earliest touchpoint, either way; null also where an opening balance is all that is known.</summary>
    public Instant? FirstTouchpointAt { get; init; }

    /// <summary>Gets the number of touchpoints, quantities not counted.</summary>
    public long Touchpoints { get; init; }
}
