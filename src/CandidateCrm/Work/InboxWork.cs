using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using NodaTime;

namespace CandidateCrm.Work;

/// <summary>Records submitted facts: claim, one commit for each candidate's batch, complete. A batch that comes twice changes nothing the second time, by its event ids.</summary>
internal sealed class InboxWork(ICrmInbox inbox, Recorder recorder, LeaseTime time, InboxOptions options)
{
    internal async ValueTask<InboxReport> RunAsync(CancellationToken cancellationToken)
    {
        using var activity = CrmDiagnostics.Source.StartActivity("candidatecrm.inbox");
        var report = new InboxReport { Batches = 0, Recorded = 0, Repeated = 0, IdReused = 0, Failed = 0, Parked = 0, LeftToOthers = 0 };
        var request = new InboxClaimRequest { MaxCandidates = options.BatchCandidates, MaxFacts = options.MaxFacts, Lease = options.Lease };
        while (true)
        {
            var claimedAt = time.Begin();
            var claim = await inbox.ClaimAsync(request, cancellationToken).ConfigureAwait(false);
            var before = report;
            report = await TakeAllAsync(claim, claimedAt, report, cancellationToken).ConfigureAwait(false);
            if (report with { LeftToOthers = before.LeftToOthers } == before)
            {
                // Nothing was there, or all of it was lost to somebody who will record it.
                return report;
            }
        }
    }

    private async ValueTask<InboxReport> TakeAllAsync(InboxClaim claim, LeaseTime.Mark claimedAt, InboxReport report, CancellationToken cancellationToken)
    {
        var hold = new LeaseHold(time, claimedAt, claim.Batches.Length)
        {
            Duration = options.Lease,
            StoreAt = claim.Now,
            Renew = (place, token) => inbox.RenewAsync(claim.Batches[place].Lease, options.Lease, token),
        };
        var place = 0;
        try
        {
            for (; place < claim.Batches.Length; place++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                report = await TakeAsync(place, claim.Batches[place], hold, report, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await LeftOver.GiveBackAsync(claim.Batches[place..], async batch => await GiveBackAsync(batch, claim.Now).ConfigureAwait(false)).ConfigureAwait(false);
            throw;
        }

        return report;
    }

    private async ValueTask<InboxReport> TakeAsync(int place, InboxBatch batch, LeaseHold hold, InboxReport report, CancellationToken cancellationToken)
    {
        if (!await hold.HoldAsync(place, cancellationToken).ConfigureAwait(false))
        {
            return LeftToOthers(report);
        }

        Recording recording;
        try
        {
            recording = await hold.WhileAsync(
                place, token => recorder.RecordAsync(batch.Lease.Relationship, batch.Facts, RecordTerms.Usual, token), cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (hold.IsLost(place) && !cancellationToken.IsCancellationRequested)
        {
            return LeftToOthers(report);
        }
#pragma warning disable CA1031 // Whatever keeps one batch from being recorded is noted by its kind and tried again; the other candidates go on.
        catch (Exception error) when (error is not OutOfMemoryException && !(error is OperationCanceledException && cancellationToken.IsCancellationRequested))
#pragma warning restore CA1031
        {
            return await FailAsync(batch, error, hold.Now, report, cancellationToken).ConfigureAwait(false);
        }

        // It has happened: no cancellation keeps that from being noted. Where the lease was lost, the next holder finds repetitions.
        await inbox.CompleteAsync(batch.Lease, CancellationToken.None).ConfigureAwait(false);
        CrmDiagnostics.BatchDone("recorded", hold.Now - batch.Facts[0].RecordedAt);
        return Count(batch, recording, report);
    }

    private async ValueTask<InboxReport> FailAsync(InboxBatch batch, Exception error, Instant now, InboxReport report, CancellationToken cancellationToken)
    {
        var attempts = batch.Attempts + 1;
        var parks = attempts >= options.MostAttempts;
        var failure = new InboxFailure
        {
            Lease = batch.Lease,
            Code = error.GetType().Name,
            RetryAt = parks ? null : now + RetryPause.After(attempts, options.FirstPause, batch.Lease.Relationship.ToString()),
        };
        await inbox.FailAsync(failure, cancellationToken).ConfigureAwait(false);
        CrmDiagnostics.BatchDone(parks ? "parked" : "failed");
        return parks ? report with { Parked = report.Parked + 1 } : report with { Failed = report.Failed + 1 };
    }

    /// <summary>Gives back what was not recorded, so that no attempt is counted.</summary>
    private ValueTask<bool> GiveBackAsync(InboxBatch batch, Instant now) =>
        inbox.FailAsync(new InboxFailure { Lease = batch.Lease, Code = "batch.given_back", IsAttempt = false, RetryAt = now }, CancellationToken.None);

    private static InboxReport LeftToOthers(InboxReport report)
    {
        CrmDiagnostics.BatchDone("left");
        return report with { LeftToOthers = report.LeftToOthers + 1 };
    }

    private static InboxReport Count(InboxBatch batch, Recording recording, InboxReport report)
    {
        long recorded = 0, repeated = 0;
        foreach (var fact in batch.Facts)
        {
            var status = recording.StatusOf(fact);
            CrmDiagnostics.FactDone(status);
            recorded += status == RecordStatus.Recorded ? 1 : 0;
            repeated += status == RecordStatus.Repeated ? 1 : 0;
        }

        return report with
        {
            Batches = report.Batches + 1,
            Recorded = report.Recorded + recorded,
            Repeated = report.Repeated + repeated,
            IdReused = report.IdReused + batch.Facts.Length - recorded - repeated,
        };
    }
}
