using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Storage;

/// <summary>
/// Keeps relationships, their timelines and their effects, for one or many tenants. Safe for concurrent use; what it returns never
/// changes afterwards. Each sentence here is a case of the contract.
/// </summary>
public interface ICrmStore
{
    /// <summary>Reads relationships in the order asked; missing ones are absent. Another tenant's are never seen.</summary>
    ValueTask<IReadOnlyList<Relationship>> LoadAsync(RelationshipKeys keys, CancellationToken cancellationToken);

    /// <summary>Reads events in the order of their places, whatever order they came in.</summary>
    IAsyncEnumerable<TimelineEvent> ReadTimelineAsync(TimelineQuery query, CancellationToken cancellationToken);

    /// <summary>Reads the newest checkpoint whose cursor is before a place, as it was given; null where there is none. A store keeps the newest <see cref="CrmCommit.MostCheckpoints"/>.</summary>
    ValueTask<Relationship?> LoadCheckpointAsync(RelationshipKey key, TimelinePlace before, CancellationToken cancellationToken);

    /// <summary>Reads effects on record of one relationship, in ordinal order of their keys.</summary>
    ValueTask<IReadOnlyList<EffectRecord>> ReadEffectsAsync(EffectQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Writes the whole commit or nothing. Ids of facts and acts are unique within a tenant: where all of a commit are there with the same
    /// rule part, nothing is written, documents and claims included, and the answer is <see cref="CommitStatus.Replayed"/>; where one is taken
    /// otherwise, the answer is <see cref="CommitStatus.AlreadyClaimed"/>. So it is where a claim is there. A stale revision or lease writes
    /// nothing. A written relationship or document has the expected revision plus one.
    /// </summary>
    /// <exception cref="ArgumentException">The commit is empty, or contradicts itself.</exception>
    ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken);

    /// <summary>Erases what the plan names, and says what is left. Erasing what is not there is no error. Documents are the tenant's and stay.</summary>
    ValueTask<EraseOutcome> EraseAsync(ErasePlan plan, CancellationToken cancellationToken);
}
