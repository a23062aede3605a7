using NodaTime;

namespace CandidateCrm.Storage;

/// <summary>How much work to claim, and for how long.</summary>
public sealed record ClaimRequest
{
    /// <summary>Gets the largest number: 1 to 5,000; 500 by default.</summary>
    public int Max
    {
        get;
        init => field = value is >= 1 and <= 5_000 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A claim takes 1 to 5,000.");
    } = 500;

    /// <summary>Gets how long it holds without renewal: 1 second to 1 hour; 1 minute by default.</summary>
    public Duration Lease
    {
        get;
        init => field = value >= Duration.FromSeconds(1) && value <= Duration.FromHours(1)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A lease holds for 1 second to 1 hour.");
    } = Duration.FromMinutes(1);
}
