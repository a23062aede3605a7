using NodaTime;

namespace CandidateCrm.Storage;

/// <summary>The right to work on one document for a while. The fence only ever grows.</summary>
public sealed record DocumentLease
{
    /// <summary>Gets which document.</summary>
    public required DocumentKey Document { get; init; }

    /// <summary>Gets the fence.</summary>
    public required long Fence { get; init; }

    /// <summary>Gets until when it holds, by the store's clock.</summary>
    public required Instant Until { get; init; }
}
