using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using NodaTime;

namespace CandidateCrm.Work;

/// <summary>Settles due alarms: claim, load, let time pass, commit under the lease.</summary>
internal sealed class DueWork(ICrmStore store, IWorkQueue queue, RecordPlanner planner, FaultGuard guard, TenantRules rules, DueWorkOptions options)
{
    internal async ValueTask<DueWorkReport> RunAsync(CancellationToken cancellationToken)
    {
        using var activity = CrmDiagnostics.Source.StartActivity("candidatecrm.due_work");
        int settled = 0, left = 0;
        var request = new ClaimRequest { Max = options.BatchSize, Lease = options.Lease };
        for (var claim = await queue.ClaimAsync(request, cancellationToken).ConfigureAwait(false);
             !claim.Leases.IsEmpty;
             claim = await queue.ClaimAsync(request, cancellationToken).ConfigureAwait(false))
        {
            var before = settled;
            var place = 0;
            try
            {
                for (; place < claim.Leases.Length; place++)
                {
                    var isSettled = await SettleAsync(claim.Leases[place], claim.Now, cancellationToken).ConfigureAwait(false);
                    (settled, left) = isSettled ? (settled + 1, left) : (settled, left + 1);
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                await LeftOver.GiveBackAsync(claim.Leases[place..], lease => queue.ReleaseAsync(lease, CancellationToken.None)).ConfigureAwait(false);
                throw;
            }

            if (settled == before)
            {
                // Whoever changes these relationships all the time will find their alarms as well.
                break;
            }
        }

        return new DueWorkReport { Settled = settled, LeftToOthers = left };
    }

    private async ValueTask<bool> SettleAsync(Lease lease, Instant now, CancellationToken cancellationToken)
    {
        const int mostAttempts = 10;
        for (var attempt = 0; attempt < mostAttempts; attempt++)
        {
            var loaded = await store.LoadAsync(RelationshipKeys.Of(lease.Relationship), cancellationToken).ConfigureAwait(false);
            if (loaded.Count == 0)
            {
                return false;
            }

            var log = await rules.LogOfAsync(lease.Relationship.Tenant, cancellationToken).ConfigureAwait(false);
            var plan = await planner.PlanUpToAsync(loaded[0], now, log, cancellationToken).ConfigureAwait(false);
            var change = plan.Change(loaded[0].Revision, RecordTerms.Usual);
            var commit = new CrmCommit { Tenant = lease.Relationship.Tenant, Relationships = [change], RulesPosition = log.Position, Lease = lease };
            var outcome = await store.CommitAsync(commit, cancellationToken).ConfigureAwait(false);
            if (outcome.Status is CommitStatus.Committed or CommitStatus.LeaseLost)
            {
                var isSettled = outcome.Status == CommitStatus.Committed;
                await guard.NoticeAsync(loaded[0], isSettled ? plan.Next : loaded[0], cancellationToken).ConfigureAwait(false);
                CrmDiagnostics.AlarmDone(isSettled, now - (loaded[0].AlarmAt ?? now));
                return isSettled;
            }

            if (outcome.Status == CommitStatus.RulesChanged)
            {
                rules.Forget(lease.Relationship.Tenant);
            }

            CrmDiagnostics.Conflict();
        }

        await queue.ReleaseAsync(lease, cancellationToken).ConfigureAwait(false);
        return false;
    }
}
