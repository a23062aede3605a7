using CandidateCrm.Candidates;
using CandidateCrm.Relationships;

namespace CandidateCrm.Storage;

/// <summary>Reads one relationship, where a store reads many.</summary>
internal static class StoreReading
{
    /// <summary>Returns a relationship; null where there is none.</summary>
    internal static async ValueTask<Relationship?> FindAsync(this ICrmStore store, RelationshipKey key, CancellationToken cancellationToken)
    {
        var loaded = await store.LoadAsync(RelationshipKeys.Of(key), cancellationToken).ConfigureAwait(false);
        return loaded.Count == 0 ? null : loaded[0];
    }
}
