using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Storage;

/// <summary>A stored thing of a tenant that is not a relationship: a job, the pace of its jobs, a pause, a requisition.</summary>
public sealed record TenantDocument
{
    /// <summary>Gets the name.</summary>
    public required DocumentKey Key { get; init; }

    /// <summary>Gets the revision, from 1 on; 0 before the first commit.</summary>
    public long Revision { get; init; }

    /// <summary>Gets when a worker is to take it up, by the store's clock; null where no worker has to.</summary>
    public Instant? DueAt { get; init; }

    /// <summary>Gets the payload as JSON text. Stores keep it as it is.</summary>
    [PersonalData]
    public required string Json { get; init; }

    /// <summary>Returns name and revision.</summary>
    public override string ToString() => $"Document {Key} r{Revision}";
}
