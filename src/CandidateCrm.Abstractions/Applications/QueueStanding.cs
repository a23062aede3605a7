using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>What the host counted: how many applications are taken before this one, in the order in which they really are taken.</summary>
public sealed record QueueStanding
{
    /// <summary>Gets the place, from 1 on.</summary>
    public required int Place { get; init; }

    /// <summary>Gets how many wait, this one included.</summary>
    public required int Of { get; init; }

    /// <summary>Gets when it was counted.</summary>
    public required Instant CountedAt { get; init; }
}
