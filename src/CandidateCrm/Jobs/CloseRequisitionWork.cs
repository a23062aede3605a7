using CandidateCrm.Applications;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Jobs;

/// <summary>Tells everybody with a live application for a requisition that it was closed.</summary>
internal sealed class CloseRequisitionWork(ICrmStore store, ITenantDocuments documents, Recorder recorder) : JobWork
{
    internal override JobKind Kind => JobKind.CloseRequisition;

    internal override string Index => IndexNames.RequisitionApplications;

    internal override IndexRow? From(JobDocument job) => RequisitionRows.Before(job.Terms.Requisition);

    internal override long? UpTo(JobDocument job, Instant now) => RequisitionRows.NumberOf(job.Terms.Requisition);

    /// <summary>One that was opened again meanwhile, or is closed for another time by now, ends nobody's application.</summary>
    internal override async ValueTask<JobOutlook> LookAsync(JobDocument job, Instant now, CancellationToken cancellationToken)
    {
        var query = DocumentQuery.Of(RequisitionDocument.KeyOf(job.Key.Tenant, job.Terms.Requisition));
        var read = await documents.ReadAsync(query, cancellationToken).ConfigureAwait(false);
        return read.Count > 0 && RequisitionJson.Read(read[0]) is { Status: RequisitionStatus.Closed } there && there.Closings == job.Terms.Closing
            ? JobOutlook.Work
            : JobOutlook.Nothing;
    }

    internal override async ValueTask<bool> DoAsync(JobDocument job, Relationship relationship, Instant now, CancellationToken cancellationToken)
    {
        var told = new TimelineEvent
        {
            Relationship = relationship.Key,
            Id = ActIds.OfClosedRequisition(relationship.Key, job.Terms.Requisition, job.Terms.Closing, job.Run),
            OccurredAt = job.RestartedAt ?? job.OrderedAt,
            RecordedAt = now,
            Actor = job.By,
            Entry = new RequisitionClosed { Requisition = job.Terms.Requisition, Reason = job.Terms.Reason },
        };
        if (!Concerns(relationship, job.Terms.Requisition, told.OccurredAt)
            || await KnowsAsync(relationship, job, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        var terms = new RecordTerms { While = state => Concerns(state, job.Terms.Requisition, told.OccurredAt) };
        return (await recorder.RecordAsync(relationship.Key, [told], terms, cancellationToken).ConfigureAwait(false)).Written is not null;
    }

    /// <summary>
    /// Says whether a candidate has a live application that a closing at an instant ends. Whoever was moved or got an offer after it is left alone: the
    /// host knew better by then. The next run tells them too.
    /// </summary>
    internal static bool Concerns(Relationship relationship, RequisitionId requisition, Instant closedAt)
    {
        var any = false;
        foreach (var application in relationship.Applications?.All ?? [])
        {
            if (application.IsLive && application.Requisition == requisition && !(application.SubmittedAt > closedAt))
            {
                any = true;
                if (application.StageSince > closedAt || StandingOffer.Since(application) > closedAt)
                {
                    return false;
                }
            }
        }

        return any;
    }

    /// <summary>Says whether there is nobody left but those with an offer, of whom an earlier run has told that already.</summary>
    private async ValueTask<bool> KnowsAsync(Relationship relationship, JobDocument job, CancellationToken cancellationToken)
    {
        var live = relationship.Applications!.All.Where(each => each.IsLive && each.Requisition == job.Terms.Requisition).ToArray();
        if (job.Run == 0 || !live.All(StandingOffer.Has))
        {
            return false;
        }

        var earlier = Enumerable.Range(0, job.Run).Select(run => ActIds.OfClosedRequisition(relationship.Key, job.Terms.Requisition, job.Terms.Closing, run)).ToHashSet();
        var events = new List<TimelineEvent>();
        await foreach (var one in store.ReadTimelineAsync(TimelineQuery.Of(relationship.Key), cancellationToken).ConfigureAwait(false))
        {
            events.Add(one);
        }

        var retracted = Retracted.Of(events);
        return events.Any(one => earlier.Contains(one.Id) && retracted?.Takes(one) != true && live.All(each => StandingOffer.Since(each) <= one.OccurredAt));
    }
}
