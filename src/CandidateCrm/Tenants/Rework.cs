using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;

namespace CandidateCrm.Tenants;

/// <summary>Plans one relationship anew and writes what differs. What is as it should be is not written.</summary>
internal sealed class Rework(CommitLoop loop)
{
    /// <summary>How a relationship is planned anew, given its state and the tenant's log.</summary>
    internal delegate ValueTask<RecordPlan> Planning(Relationship state, ActivationLog log, CancellationToken cancellationToken);

    /// <summary>Returns the relationship as it is then, and whether anything was written.</summary>
    /// <exception cref="BusyException">The relationship changed again and again meanwhile; nothing was written.</exception>
    internal async ValueTask<(Relationship After, bool IsWritten)> RunAsync(Relationship state, Planning planning, CancellationToken cancellationToken)
    {
        var work = new CommitWork { Key = state.Key, Known = state, Plan = (known, log, token) => PlanAsync(known, planning, log, token) };
        var result = await loop.RunAsync(work, cancellationToken).ConfigureAwait(false);
        return (result.After ?? state, result.IsWritten);
    }

    private static async ValueTask<RecordPlan?> PlanAsync(Relationship? known, Planning planning, ActivationLog log, CancellationToken cancellationToken)
    {
        if (known is null)
        {
            // Erased meanwhile: there is nothing left to work on.
            return null;
        }

        var plan = await planning(known, log, cancellationToken).ConfigureAwait(false);
        return plan.ChangesNothing(known) ? null : plan;
    }
}
