using NodaTime;

namespace CandidateCrm.Storage;

/// <summary>Recording a batch of the inbox failed.</summary>
public sealed record InboxFailure
{
    /// <summary>Gets the lease.</summary>
    public required InboxLease Lease { get; init; }

    /// <summary>Gets the code of the error; never its message.</summary>
    public required string Code { get; init; }

    /// <summary>Gets when to try again; null parks the candidate's waiting facts until a person looks at them.</summary>
    public Instant? RetryAt { get; init; }
}
