using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>One score of one candidate: its exact state, and when time alone changes its band.</summary>
public sealed record TrackedScore
{
    /// <summary>Gets the exact state.</summary>
    public required ScoreState State { get; init; }

    /// <summary>Gets when the band changes next with no new touchpoint, or null. Stored, because a bound computed at another instant may differ.</summary>
    public Instant? NextChangeAt { get; init; }

    /// <summary>Gets how often the band changed; numbers the announcements.</summary>
    public int Changes { get; init; }
}
