using CandidateCrm.Storage;
using CandidateCrm.Work;
using NodaTime;

namespace CandidateCrm.Jobs;

/// <summary>One turn of a job: some pages under one lease, each noted on the job when it is done.</summary>
internal sealed class JobTurn(JobDesk desk, JobPageWorker pages, JobOptions options, JobHold hold)
{
    private JobDocument _job = null!;
    private JobPace _pace = null!;
    private bool _isLost;
    // A commit that moves or clears the due time finishes the lease: nothing is left to give back, and no page may follow under it.
    private bool _leaseEnded;

    /// <summary>Gets what came of it.</summary>
    internal JobReport Report { get; private set; } = Nothing;

    internal static JobReport Nothing { get; } = new() { Pages = 0, Relationships = 0, Changed = 0, Failed = 0, PagesFailed = 0, Finished = 0, LeftToOthers = 0 };

    internal async ValueTask RunAsync(JobDocument job, CancellationToken cancellationToken)
    {
        _job = job;
        _pace = await desk.PaceOfAsync(job.Key.Tenant, cancellationToken).ConfigureAwait(false);
        if (_pace.FreeAt > hold.Now)
        {
            await SaveAsync(0, (known, _) => known with { DueAt = GoesOn(known) ? _pace.FreeAt : null }, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            var goesOn = true;
            for (var page = 1; goesOn && page <= options.PagesPerClaim; page++)
            {
                goesOn = await TryPageAsync(isLast: page == options.PagesPerClaim, cancellationToken).ConfigureAwait(false);
            }
        }

        if (_isLost)
        {
            Report = Report with { LeftToOthers = 1 };
            CrmDiagnostics.JobPageDone("left");
        }
        else if (!_leaseEnded)
        {
            // Somebody paused, ended or restarted it meanwhile: nobody should have to wait for this lease to run out.
            await hold.ReleaseAsync().ConfigureAwait(false);
        }
    }

    private static bool GoesOn(JobDocument job) => job.State is JobState.Waiting or JobState.Running;

    /// <summary>Does a page; true where the next one may follow under the same lease.</summary>
    private async ValueTask<bool> TryPageAsync(bool isLast, CancellationToken cancellationToken)
    {
        JobPage page;
        try
        {
            page = await hold.WhileAsync(token => pages.DoAsync(_job, hold, token), cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (hold.IsLost && !cancellationToken.IsCancellationRequested)
        {
            _isLost = true;
            return false;
        }
#pragma warning disable CA1031 // Whatever keeps a page from being done is noted by its kind and tried again; other jobs go on.
        catch (Exception error) when (error is not OutOfMemoryException && !(error is OperationCanceledException && cancellationToken.IsCancellationRequested))
#pragma warning restore CA1031
        {
            await FailAsync(error, cancellationToken).ConfigureAwait(false);
            return false;
        }

        _isLost = page.IsLost;
        if (page.IsLost || !await SaveAsync(page.Relationships, (job, pace) => page.NotedOn(job, hold.Now, isLast ? pace.FreeAt : null), cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        Count(page);
        return !_leaseEnded && GoesOn(_job);
    }

    private async ValueTask FailAsync(Exception error, CancellationToken cancellationToken)
    {
        var isNoted = await SaveAsync(0, (job, _) => Failed(job, error.GetType().Name, hold.Now), cancellationToken).ConfigureAwait(false);
        if (isNoted)
        {
            Report = Report with { PagesFailed = Report.PagesFailed + 1 };
            CrmDiagnostics.JobPageDone("failed");
        }
    }

    private JobDocument Failed(JobDocument job, string code, Instant now)
    {
        if (!GoesOn(job))
        {
            return job;
        }

        var attempts = job.Attempts + 1;
        var isOver = attempts >= options.MostAttempts;
        return job with
        {
            State = isOver ? JobState.Failed : job.State,
            Attempts = attempts,
            LastError = code,
            FinishedAt = isOver ? now : null,
            DueAt = isOver ? null : now + RetryPause.After(attempts, options.FirstPause, job.Key.ToString()),
        };
    }

    private void Count(JobPage page)
    {
        var finished = _job.State == JobState.Done ? 1 : 0;
        if (page.Relationships > 0)
        {
            CrmDiagnostics.JobPageDone("done");
            CrmDiagnostics.JobRelationshipsDone(page.Changed, page.Failed, page.Relationships);
        }

        Report = Report with
        {
            Pages = Report.Pages + (page.Relationships > 0 ? 1 : 0),
            Relationships = Report.Relationships + page.Relationships,
            Changed = Report.Changed + page.Changed,
            Failed = Report.Failed + page.Failed,
            Finished = Report.Finished + finished,
        };
    }

    /// <summary>Writes the job and the tenant's pace, on top of what others wrote meanwhile; false where the lease is lost or the page is of an earlier run.</summary>
    private async ValueTask<bool> SaveAsync(int relationships, Func<JobDocument, JobPace, JobDocument> note, CancellationToken cancellationToken)
    {
        var run = _job.Run;
        while (true)
        {
            var pace = relationships == 0 ? _pace : _pace.After(relationships, _job.RatePerSecond, hold.Now);
            var next = note(_job, pace);
            var status = await desk.CommitAsync(
                _job.Key.Tenant, relationships == 0 ? [next.Change()] : [next.Change(), pace.Change()], hold.Lease, cancellationToken).ConfigureAwait(false);
            if (status == CommitStatus.Committed)
            {
                _leaseEnded = next.DueAt != _job.DueAt;
                _job = next with { Revision = next.Revision + 1 };
                _pace = relationships == 0 ? pace : pace with { Revision = pace.Revision + 1 };
                return true;
            }

            if (status == CommitStatus.LeaseLost)
            {
                _isLost = true;
                return false;
            }

            var known = await desk.FindAsync(_job.Key, cancellationToken).ConfigureAwait(false);
            if (known is null || known.Run != run)
            {
                return false;
            }

            _job = known;
            _pace = await desk.PaceOfAsync(_job.Key.Tenant, cancellationToken).ConfigureAwait(false);
        }
    }
}
