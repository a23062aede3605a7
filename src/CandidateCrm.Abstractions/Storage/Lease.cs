using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Storage;

/// <summary>The right to work on one alarm or one effect for a while. The fence only ever grows, so a stale holder is recognised.</summary>
public sealed record Lease
{
    /// <summary>Gets whose alarm or effect it is.</summary>
    public required RelationshipKey Relationship { get; init; }

    /// <summary>Gets the effect's key as text; empty for the alarm.</summary>
    public string Effect { get; init; } = string.Empty;

    /// <summary>Gets the fence.</summary>
    public required long Fence { get; init; }

    /// <summary>Gets until when it holds, by the store's clock.</summary>
    public required Instant Until { get; init; }
}
