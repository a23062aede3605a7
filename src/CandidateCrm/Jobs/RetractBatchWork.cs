using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Jobs;

/// <summary>Records the retraction of a batch for everybody whose timeline has a fact of it.</summary>
internal sealed class RetractBatchWork(ICrmStore store, Recorder recorder) : JobWork
{
    internal override JobKind Kind => JobKind.RetractBatch;

    internal override async ValueTask<bool> DoAsync(JobDocument job, Relationship relationship, Instant now, CancellationToken cancellationToken)
    {
        if (!await HasFactOfAsync(relationship, job.Terms.Batch, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        var retraction = new FactsRetracted { Batch = job.Terms.Batch, Reason = job.Terms.Reason };
        var told = Retractions.RetractionOf(relationship.Key, retraction, job.By, job.OrderedAt) with { RecordedAt = now };
        var recording = await recorder.RecordAsync(relationship.Key, [told], RecordTerms.Usual, cancellationToken).ConfigureAwait(false);
        return recording.Written is not null;
    }

    private async ValueTask<bool> HasFactOfAsync(Relationship relationship, BatchId batch, CancellationToken cancellationToken)
    {
        await foreach (var one in store.ReadTimelineAsync(TimelineQuery.Of(relationship.Key), cancellationToken).ConfigureAwait(false))
        {
            if (one.Batch == batch && Retracted.CanBeTaken(one))
            {
                return true;
            }
        }

        return false;
    }
}
