using CandidateCrm.Relationships;

namespace CandidateCrm.Tenants;

/// <summary>The parts of a relationship that no replay gives, because they are the store's and the services' own.</summary>
internal static class StoredParts
{
    /// <summary>Takes them over from the stored state: the revision, slices of features that this version does not know, and when what failed is tried again.</summary>
    internal static Relationship KeptFrom(this Relationship replayed, Relationship stored) =>
        replayed with { Revision = stored.Revision, Unknown = stored.Unknown, Redrive = stored.Redrive };
}
