using NodaTime;

namespace CandidateCrm.Storage;

/// <summary>A batch of the inbox was not recorded: that failed, or it was not tried at all.</summary>
public sealed record InboxFailure
{
    /// <summary>Gets the lease.</summary>
    public required InboxLease Lease { get; init; }

    /// <summary>Gets the code of the error; never its message.</summary>
    public required string Code { get; init; }

    /// <summary>Gets a value indicating whether it was tried: counted as an attempt. False for what is only given back, such as by a round that was cancelled; it says when to look again, and is never parked.</summary>
    public bool IsAttempt { get; init; } = true;

    /// <summary>Gets when to try again; null parks the candidate's waiting facts until a person looks at them.</summary>
    public Instant? RetryAt { get; init; }
}
