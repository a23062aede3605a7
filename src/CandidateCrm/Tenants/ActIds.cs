using System.Security.Cryptography;
using System.Text;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tenants;

/// <summary>Names acts by a hash of what made them, so that the same act is never on record twice.</summary>
internal static class ActIds
{
    internal static EventId OfEffect(RelationshipKey key, EffectKey effect) => Hashed("effect", key.Candidate.Value, effect.ToString());

    internal static EventId OfReuse(TimelineEvent second) => Hashed("reuse", second.Relationship.Candidate.Value, TimelineJson.Write(second with
    {
        RecordedAt = second.OccurredAt,
        Personal = null,
        Batch = default,
        Correlation = default,
        Source = default,
    }));

    private static EventId Hashed(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part));
            hash.AppendData([0]);
        }

        return EventId.Stored($"{EventId.Reserved}a{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16))}");
    }
}
