using NodaTime;

namespace CandidateCrm.Storage;

/// <summary>How much of the inbox to claim.</summary>
public sealed record InboxClaimRequest
{
    /// <summary>Gets the largest number of candidates: 1 to 5,000.</summary>
    public required int MaxCandidates
    {
        get;
        init => field = value is >= 1 and <= 5_000
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A claim is for 1 to 5,000 candidates.");
    }

    /// <summary>Gets the largest number of facts of one candidate: 1 to 10,000; 500 by default.</summary>
    public int MaxFacts
    {
        get;
        init => field = value is >= 1 and <= 10_000
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A batch has 1 to 10,000 facts.");
    } = 500;

    /// <summary>Gets how long the claim holds without renewal: 1 second to 1 hour; 1 minute by default.</summary>
    public Duration Lease
    {
        get;
        init => field = value >= Duration.FromSeconds(1) && value <= Duration.FromHours(1)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A lease holds for 1 second to 1 hour.");
    } = Duration.FromMinutes(1);
}
