using CandidateCrm.Relationships;
using CandidateCrm.Storage;

namespace CandidateCrm.Tenants;

/// <summary>What became of the work on one relationship.</summary>
/// <param name="Before">The state that was planned on; null where there was no relationship.</param>
/// <param name="Plan">What was last planned; null where there was nothing to write.</param>
/// <param name="Status">What the store said of it: committed, repeated, or that the lease is lost; null where there was nothing to write.</param>
internal readonly record struct CommitResult(Relationship? Before, RecordPlan? Plan, CommitStatus? Status)
{
    internal bool IsWritten => Status == CommitStatus.Committed;

    /// <summary>Gets the relationship as it is stored then, as far as is known.</summary>
    internal Relationship? After => IsWritten ? Plan!.Next with { Revision = (Before?.Revision ?? 0) + 1 } : Before;
}
