using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Storage;

/// <summary>The right to work on the waiting facts of one candidate for a while. The fence only ever grows.</summary>
public sealed record InboxLease
{
    /// <summary>Gets whose facts.</summary>
    public required RelationshipKey Relationship { get; init; }

    /// <summary>Gets the fence.</summary>
    public required long Fence { get; init; }

    /// <summary>Gets until when it holds, by the store's clock.</summary>
    public required Instant Until { get; init; }
}
