using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Work;

namespace CandidateCrm.Tenants;

/// <summary>
/// The one way to write a relationship: load, decide, commit; again where another process was faster or newer rules are known. Within this
/// process writers take turns.
/// </summary>
internal sealed class CommitLoop(ICrmStore store, FaultGuard guard, TenantRules rules)
{
    private readonly RelationshipTurns _turns = new();

    /// <summary>Plans and writes until it is written, is there already, has nothing to write or has lost its lease.</summary>
    /// <exception cref="BusyException">The relationship changed again and again meanwhile; nothing was written.</exception>
    internal async ValueTask<CommitResult> RunAsync(CommitWork work, CancellationToken cancellationToken)
    {
        var entering = _turns.EnterAsync(work.Key, cancellationToken);

        // Whoever had to wait knows what the relationship was before somebody else wrote it.
        var known = entering.IsCompletedSuccessfully ? work.Known : null;
        using var turn = await entering.ConfigureAwait(false);
        var state = known ?? await store.FindAsync(work.Key, cancellationToken).ConfigureAwait(false);
        for (var attempt = 1; ; attempt++)
        {
            if (await TryAsync(work, state, cancellationToken).ConfigureAwait(false) is { } result)
            {
                return result;
            }

            await CommitRetry.PauseAsync(attempt, $"Relationship {work.Key}", this, cancellationToken).ConfigureAwait(false);
            state = await store.FindAsync(work.Key, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Decides and commits once; null where it has to be decided again.</summary>
    private async ValueTask<CommitResult?> TryAsync(CommitWork work, Relationship? state, CancellationToken cancellationToken)
    {
        var log = await rules.LogOfAsync(work.Key.Tenant, cancellationToken).ConfigureAwait(false);
        if (await work.Plan(state, log, cancellationToken).ConfigureAwait(false) is not { } plan)
        {
            return new CommitResult(state, null, null);
        }

        var commit = new CrmCommit
        {
            Tenant = work.Key.Tenant,
            Relationships = [plan.Change(state?.Revision ?? 0, work.Terms)],
            RulesPosition = log.Position,
            Lease = work.Terms.Lease,
        };
        var outcome = await store.CommitAsync(commit, cancellationToken).ConfigureAwait(false);
        switch (outcome.Status)
        {
            case CommitStatus.Committed:
                await NoticeAsync(work, state, plan, cancellationToken).ConfigureAwait(false);
                return new CommitResult(state, plan, outcome.Status);
            case CommitStatus.Replayed or CommitStatus.LeaseLost:
                return new CommitResult(state, plan, outcome.Status);
            case CommitStatus.AlreadyClaimed:
                await LearnAsync(work, plan, outcome, cancellationToken).ConfigureAwait(false);
                return null;
            case CommitStatus.RulesChanged:
                rules.Forget(work.Key.Tenant);
                return null;
            default:
                CrmDiagnostics.Conflict();
                return null;
        }
    }

    private async ValueTask NoticeAsync(CommitWork work, Relationship? before, RecordPlan plan, CancellationToken cancellationToken)
    {
        if (plan.IsCorrection)
        {
            CrmDiagnostics.Correction();
        }

        await guard.NoticeAsync(before ?? Relationship.Empty(work.Key), plan.Next, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>An answer that cannot be to this commit is a fault of the store: deciding again would meet it again.</summary>
    private static ValueTask LearnAsync(CommitWork work, RecordPlan plan, CommitOutcome taken, CancellationToken cancellationToken)
    {
        if (taken.ClaimTaken is { } claim)
        {
            throw new InvalidOperationException($"The store says that claim {claim} is taken, but a commit of {work.Key} makes no claims.");
        }

        if (work.Learn is null || !plan.Events.Any(e => e.Id == taken.Claimed))
        {
            throw new InvalidOperationException($"The store says that event {taken.Claimed} is taken, but it is not part of the commit of {work.Key}.");
        }

        return work.Learn(plan, taken, cancellationToken);
    }
}
