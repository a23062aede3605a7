using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Storage;

/// <summary>Which effects of one relationship to read.</summary>
public sealed record EffectQuery
{
    /// <summary>Gets whose.</summary>
    public required RelationshipKey Relationship { get; init; }

    /// <summary>Gets the earliest <see cref="EffectRecord.WantedAt"/> to return; null for all.</summary>
    public Instant? From { get; init; }

    /// <summary>Reads all effects of one relationship.</summary>
    public static EffectQuery Of(RelationshipKey key) => new() { Relationship = key };
}
