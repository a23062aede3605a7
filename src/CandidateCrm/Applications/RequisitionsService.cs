using CandidateCrm.Candidates;
using CandidateCrm.Jobs;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>The requisitions of one tenant.</summary>
internal sealed class RequisitionsService(TenantId tenant, CrmStores stores, TenantRules rules, JobDesk desk, IClock clock) : IRequisitions
{
    public async ValueTask<RequisitionAnswer> SaveAsync(Requisition draft, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var log = await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false);
        var pipelines = log.InForceAt(clock.GetCurrentInstant()).Rules.Pipelines.Select(pipeline => pipeline.Key).ToArray();
        if (!draft.Id.IsAssigned)
        {
            return Refused(null, [.. RequisitionEngine.Review(draft, null, pipelines)]);
        }

        return await WriteAsync(draft.Id, (known, stored) => Save(draft, known, stored, pipelines), cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<Requisition?> FindAsync(RequisitionId requisition, CancellationToken cancellationToken = default) =>
        await ReadAsync(Checked(requisition), cancellationToken).ConfigureAwait(false) is { } stored ? RequisitionJson.Read(stored) : null;

    public async ValueTask<IReadOnlyList<Requisition>> ListAsync(
        RequisitionFilter? filter = null, RequisitionId after = default, int max = 100, CancellationToken cancellationToken = default)
    {
        var found = new List<Requisition>();
        var query = new DocumentQuery
        {
            Tenant = tenant,
            Kind = RequisitionDocument.DocumentKind,
            After = after.IsAssigned ? after.Value : null,
            Max = PageSize.Checked(max, nameof(max)),
        };
        while (found.Count < max)
        {
            var page = await stores.Documents.ReadAsync(query, cancellationToken).ConfigureAwait(false);
            found.AddRange(page.Select(RequisitionJson.Read).Where(each => filter?.Takes(each) ?? true).Take(max - found.Count));
            if (page.Count < max)
            {
                break;
            }

            query = query with { After = page[^1].Key.Name };
        }

        return found;
    }

    public async ValueTask<RequisitionAnswer> CloseAsync(RequisitionId requisition, ReasonCode reason, Actor by, CancellationToken cancellationToken = default)
    {
        var now = clock.GetCurrentInstant();
        var answer = await WriteAsync(Checked(requisition), (known, stored) => Close(known, stored, reason, by, now), cancellationToken).ConfigureAwait(false);
        if (answer is not { Outcome: RequisitionOutcome.Unchanged, Requisition: { } closed })
        {
            return answer;
        }

        var job = await desk.StartAsync(tenant, JobIds.OfClosing(requisition, closed.Closings), OrderOf(closed, by, now), cancellationToken).ConfigureAwait(false);
        return answer with { Job = job.ToJob() };
    }

    public ValueTask<RequisitionAnswer> ReopenAsync(RequisitionId requisition, Actor by, CancellationToken cancellationToken = default)
    {
        var now = clock.GetCurrentInstant();
        return WriteAsync(
            Checked(requisition),
            (known, stored) => stored is null
                ? RequisitionWrite.Nothing(Refused(null, [Unknown]))
                : RequisitionWrite.Of(tenant, known, stored, RequisitionEngine.Reopen(stored, by, now)),
            cancellationToken);
    }

    public async ValueTask<IReadOnlyList<LiveApplication>> ListLiveAsync(
        RequisitionId requisition, LiveApplication? after = null, int max = 100, CancellationToken cancellationToken = default)
    {
        var last = after is null ? null : RequisitionRows.Of(after.Candidate, Checked(requisition), after.Application);
        var query = RequisitionRows.Query(tenant, Checked(requisition), last, PageSize.Checked(max, nameof(max)));
        return await stores.Index.FilledPageAsync(query, ReadAsync, cancellationToken).ConfigureAwait(false);

        async ValueTask<IEnumerable<LiveApplication>> ReadAsync(IReadOnlyList<IndexRow> rows)
        {
            var live = await LiveApplications.OfAsync(stores.Store, tenant, rows, cancellationToken).ConfigureAwait(false);
            return from row in rows
                   from one in live[row.Candidate]
                   where one.Requisition == requisition && RequisitionRows.Of(one.Candidate, one.Requisition, one.Application) == row
                   select one;
        }
    }

    private static RequisitionFault Unknown { get; } = new()
    {
        Code = RequisitionFaultCodes.Unknown,
        Where = nameof(Requisition.Id),
        Sentence = "There is no requisition of that name.",
        WouldBeRight = "SaveAsync makes one; ListAsync names all of them.",
    };

    private RequisitionWrite Save(Requisition draft, TenantDocument? known, Requisition? stored, IReadOnlyCollection<PipelineKey> pipelines)
    {
        if (stored is not null && RequisitionEngine.SaysTheSame(stored, draft))
        {
            return RequisitionWrite.Of(tenant, known, stored, stored);
        }

        var faults = RequisitionEngine.Review(draft, stored, pipelines);
        return faults.IsEmpty ? RequisitionWrite.Of(tenant, known, stored, draft) : RequisitionWrite.Nothing(Refused(stored, [.. faults]));
    }

    private RequisitionWrite Close(TenantDocument? known, Requisition? stored, ReasonCode reason, Actor by, Instant now)
    {
        RequisitionFault[] faults =
        [
            .. stored is null ? [Unknown] : Array.Empty<RequisitionFault>(),
            .. reason.IsAssigned ? [] : new[] { ReasonMissing },
        ];
        if (stored is null || faults.Length > 0)
        {
            return RequisitionWrite.Nothing(Refused(stored, faults));
        }

        var closed = RequisitionEngine.Close(stored, reason, by, now);
        var write = RequisitionWrite.Of(tenant, known, stored, closed);
        return closed.Closings == stored.Closings ? write : write.With(desk.New(tenant, JobIds.OfClosing(closed.Id, closed.Closings), OrderOf(closed, by, now)));
    }

    private static RequisitionFault ReasonMissing { get; } = new()
    {
        Code = RequisitionFaultCodes.ReasonMissing,
        Where = nameof(Requisition.CloseReason),
        Sentence = "There is no reason for closing it.",
        WouldBeRight = "A reason is a code: one of CloseReasons, or one of your own.",
    };

    private static JobOrder OrderOf(Requisition closed, Actor by, Instant now) => new()
    {
        Kind = JobKind.CloseRequisition,
        Subject = JobIds.SubjectOf(closed.Id, closed.Closings),
        Terms = new JobTerms { Requisition = closed.Id, Closing = closed.Closings, Reason = closed.CloseReason },
        By = by,
        At = now,
        BeginsAgain = true,
    };

    /// <summary>Decides and writes, again where somebody else was faster.</summary>
    private async ValueTask<RequisitionAnswer> WriteAsync(
        RequisitionId requisition, Func<TenantDocument?, Requisition?, RequisitionWrite> decide, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var known = await ReadAsync(requisition, cancellationToken).ConfigureAwait(false);
            var write = decide(known, known is null ? null : RequisitionJson.Read(known));
            if (write.Changes.IsEmpty
                || await desk.CommitAsync(tenant, write.Changes, lease: null, cancellationToken).ConfigureAwait(false) == CommitStatus.Committed)
            {
                return write.Answer;
            }

            await CommitRetry.PauseAsync(attempt, $"Requisition {requisition}", this, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<TenantDocument?> ReadAsync(RequisitionId requisition, CancellationToken cancellationToken) =>
        await desk.ReadAsync(RequisitionDocument.KeyOf(tenant, requisition), cancellationToken).ConfigureAwait(false);

    private static RequisitionId Checked(RequisitionId requisition) =>
        requisition.IsAssigned ? requisition : throw new ArgumentException("A requisition is named.", nameof(requisition));

    private static RequisitionAnswer Refused(Requisition? stored, RequisitionFault[] faults) =>
        new() { Outcome = RequisitionOutcome.Refused, Requisition = stored, Faults = [.. faults] };
}
