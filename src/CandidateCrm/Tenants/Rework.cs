using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Work;

namespace CandidateCrm.Tenants;

/// <summary>Plans one relationship anew and writes what differs, again where somebody was faster. What is as it should be is not written.</summary>
internal sealed class Rework(ICrmStore store, FaultGuard guard, TenantRules rules)
{
    /// <summary>How a relationship is planned anew, given its state and the tenant's log.</summary>
    internal delegate ValueTask<RecordPlan> Planning(Relationship state, ActivationLog log, CancellationToken cancellationToken);

    /// <summary>Returns the relationship as it is then, and whether anything was written.</summary>
    internal async ValueTask<(Relationship After, bool IsWritten)> RunAsync(Relationship state, Planning planning, CancellationToken cancellationToken)
    {
        const int mostAttempts = 20;
        for (var attempt = 0; attempt < mostAttempts; attempt++)
        {
            var log = await rules.LogOfAsync(state.Key.Tenant, cancellationToken).ConfigureAwait(false);
            var plan = await planning(state, log, cancellationToken).ConfigureAwait(false);
            if (plan.ChangesNothing(state))
            {
                return (state, false);
            }

            var change = plan.Change(state.Revision, RecordTerms.Usual);
            var commit = new CrmCommit { Tenant = state.Key.Tenant, Relationships = [change], RulesPosition = log.Position };
            var outcome = await store.CommitAsync(commit, cancellationToken).ConfigureAwait(false);
            if (outcome.Status == CommitStatus.Committed)
            {
                await guard.NoticeAsync(state, plan.Next, cancellationToken).ConfigureAwait(false);
                return (plan.Next with { Revision = state.Revision + 1 }, true);
            }

            if (outcome.Status == CommitStatus.RulesChanged)
            {
                rules.Forget(state.Key.Tenant);
            }

            CrmDiagnostics.Conflict();
            var loaded = await store.LoadAsync(RelationshipKeys.Of(state.Key), cancellationToken).ConfigureAwait(false);
            if (loaded.Count == 0)
            {
                // Erased meanwhile: there is nothing left to work on.
                return (state, false);
            }

            state = loaded[0];
        }

        throw new RelationshipBusyException($"Relationship {state.Key} changed {mostAttempts} times meanwhile. Nothing was written; try again.");
    }
}
