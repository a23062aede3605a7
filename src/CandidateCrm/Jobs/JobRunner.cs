using CandidateCrm.Storage;
using CandidateCrm.Work;
using NodaTime;

namespace CandidateCrm.Jobs;

/// <summary>Does pages of jobs that are due, one job after the other.</summary>
internal sealed class JobRunner(IJobQueue queue, JobDesk desk, JobPageWorker pages, JobOptions options, LeaseTime time)
{
    internal async ValueTask<JobReport> RunAsync(CancellationToken cancellationToken)
    {
        using var activity = CrmDiagnostics.Source.StartActivity("candidatecrm.jobs");
        var strange = new List<DocumentLease>();
        try
        {
            var report = await RunAsync(strange, cancellationToken).ConfigureAwait(false);
            return report with { LeftToOthers = report.LeftToOthers + strange.Count };
        }
        finally
        {
            // Given back only now: given back at once, they would be the first to be claimed again.
            await LeftOver.GiveBackAsync([.. strange], lease => queue.ReleaseAsync(lease, CancellationToken.None)).ConfigureAwait(false);
        }
    }

    private async ValueTask<JobReport> RunAsync(List<DocumentLease> strange, CancellationToken cancellationToken)
    {
        var report = JobTurn.Nothing;
        var request = new ClaimRequest { Max = 1, Lease = options.Lease };
        while (true)
        {
            var claimedAt = time.Begin();
            var claim = await queue.ClaimAsync(request, cancellationToken).ConfigureAwait(false);
            if (claim.Documents.IsEmpty)
            {
                return report;
            }

            foreach (var claimed in claim.Documents)
            {
                if (Known(claimed.Document) is { } job)
                {
                    var hold = new JobHold(queue, claimed.Lease, Holding(claimed.Lease, claim.Now, claimedAt));
                    report = Together(report, await TakeAsync(job, hold, cancellationToken).ConfigureAwait(false));
                }
                else
                {
                    strange.Add(claimed.Lease);
                    CrmDiagnostics.JobPageDone("left");
                }
            }
        }
    }

    private async ValueTask<JobReport> TakeAsync(JobDocument job, JobHold hold, CancellationToken cancellationToken)
    {
        var turn = new JobTurn(desk, pages, options, hold);
        try
        {
            await turn.RunAsync(job, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await hold.ReleaseAsync().ConfigureAwait(false);
            throw;
        }

        return turn.Report;
    }

    private LeaseHold Holding(DocumentLease lease, Instant storeAt, LeaseTime.Mark claimedAt) => new(time, claimedAt, count: 1)
    {
        Duration = options.Lease,
        StoreAt = storeAt,
        Renew = (_, token) => queue.RenewAsync(lease, options.Lease, token),
    };

    /// <summary>Returns a job that this version can do; null where the document is something else, or newer.</summary>
    private JobDocument? Known(TenantDocument document) =>
        document.Key.Kind == JobDocument.DocumentKind && JobJson.TryRead(document) is { } job && pages.Knows(job.Kind) ? job : null;

    private static JobReport Together(JobReport a, JobReport b) => new()
    {
        Pages = a.Pages + b.Pages,
        Relationships = a.Relationships + b.Relationships,
        Changed = a.Changed + b.Changed,
        Failed = a.Failed + b.Failed,
        PagesFailed = a.PagesFailed + b.PagesFailed,
        Finished = a.Finished + b.Finished,
        LeftToOthers = a.LeftToOthers + b.LeftToOthers,
    };
}
