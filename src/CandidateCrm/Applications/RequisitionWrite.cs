using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Jobs;
using CandidateCrm.Storage;

namespace CandidateCrm.Applications;

/// <summary>What is written of a requisition, and the answer once that is done.</summary>
internal sealed record RequisitionWrite
{
    internal required RequisitionAnswer Answer { get; init; }

    internal ImmutableArray<DocumentChange> Changes { get; init; } = [];

    internal static RequisitionWrite Nothing(RequisitionAnswer answer) => new() { Answer = answer };

    /// <summary>Writes the next requisition on top of the stored one; nothing where they say the same.</summary>
    internal static RequisitionWrite Of(TenantId tenant, TenantDocument? known, Requisition? stored, Requisition next) =>
        stored is not null && RequisitionEngine.SaysTheSame(stored, next)
            ? Nothing(new RequisitionAnswer { Outcome = RequisitionOutcome.Unchanged, Requisition = stored })
            : new RequisitionWrite
            {
                Answer = new RequisitionAnswer { Outcome = RequisitionOutcome.Written, Requisition = next with { Revision = next.Revision + 1 } },
                Changes = [RequisitionJson.Change(tenant, next, known)],
            };

    /// <summary>Starts a job in the same commit.</summary>
    internal RequisitionWrite With(JobDocument job) => this with
    {
        Answer = Answer with { Job = job.ToJob() },
        Changes = Changes.Add(job.Change()),
    };

    public override string ToString() => $"RequisitionWrite {Answer.Outcome}";
}
