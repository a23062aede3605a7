using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using NodaTime;

namespace CandidateCrm.Work;

/// <summary>Settles due alarms: claims them, lets time pass, and commits under the lease.</summary>
internal sealed class DueWork(IWorkQueue queue, RecordPlanner planner, CommitLoop loop, DueWorkOptions options)
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
        var work = new CommitWork
        {
            Key = lease.Relationship,
            Terms = new RecordTerms { Lease = lease },
            Plan = async (state, log, token) => state is null ? null : await planner.PlanUpToAsync(state, now, log, token).ConfigureAwait(false),
        };
        try
        {
            var result = await loop.RunAsync(work, cancellationToken).ConfigureAwait(false);
            if (result.Before is { } before)
            {
                CrmDiagnostics.AlarmDone(result.IsWritten, now - (before.AlarmAt ?? now));
            }

            return result.IsWritten;
        }
        catch (BusyException)
        {
            await queue.ReleaseAsync(lease, cancellationToken).ConfigureAwait(false);
            return false;
        }
    }
}
