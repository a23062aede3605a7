using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Jobs;

/// <summary>Reads and writes the documents of jobs.</summary>
internal sealed class JobDesk(ICrmStore store, ITenantDocuments documents, TenantRules rules, JobOptions options, IClock clock)
{
    internal async ValueTask<TenantDocument?> ReadAsync(DocumentKey key, CancellationToken cancellationToken)
    {
        var read = await documents.ReadAsync(DocumentQuery.Of(key), cancellationToken).ConfigureAwait(false);
        return read.Count == 0 ? null : read[0];
    }

    internal async ValueTask<JobDocument?> FindAsync(DocumentKey key, CancellationToken cancellationToken) =>
        await ReadAsync(key, cancellationToken).ConfigureAwait(false) is { } stored ? JobJson.Read(stored) : null;

    internal async ValueTask<JobPace> PaceOfAsync(TenantId tenant, CancellationToken cancellationToken) =>
        JobPace.Of(tenant, await ReadAsync(JobPace.KeyOf(tenant), cancellationToken).ConfigureAwait(false));

    internal async ValueTask<List<Job>> ListAsync(TenantId tenant, JobId after, int max, CancellationToken cancellationToken)
    {
        var query = new DocumentQuery { Tenant = tenant, Kind = JobDocument.DocumentKind, After = after.IsAssigned ? after.Value : null, Max = max };
        var page = await documents.ReadAsync(query, cancellationToken).ConfigureAwait(false);
        return [.. page.Select(JobOf)];
    }

    /// <summary>Shows a job; of one that this version cannot read what is known without reading it.</summary>
    internal static Job JobOf(TenantDocument stored) => JobJson.TryRead(stored)?.ToJob() ?? new Job
    {
        Id = JobId.From(stored.Key.Name),
        Kind = default,
        Subject = string.Empty,
        State = JobState.Unreadable,
        StartedBy = default,
        OrderedAt = default,
        NextAt = stored.DueAt,
        RatePerSecond = 0,
    };

    /// <summary>Makes a job that is to be started.</summary>
    internal JobDocument New(TenantId tenant, JobId id, JobOrder order) => new()
    {
        Key = JobDocument.KeyOf(tenant, id),
        Schema = JobJson.Schema,
        Kind = order.Kind,
        Subject = order.Subject,
        State = JobState.Waiting,
        By = order.By,
        Why = order.Why.Length == 0 ? null : order.Why,
        OrderedAt = order.At,
        NotBefore = order.NotBefore ?? order.At,
        DueAt = order.NotBefore ?? order.At,
        RatePerSecond = options.RatePerSecond,
        Terms = order.Terms,
    };

    /// <summary>Starts a job, or returns the one of that name that is there; one that is over begins again where the order says so.</summary>
    internal async ValueTask<JobDocument> StartAsync(TenantId tenant, JobId id, JobOrder order, CancellationToken cancellationToken)
    {
        var fresh = New(tenant, id, order);
        for (var attempt = 1; ; attempt++)
        {
            var known = await FindAsync(fresh.Key, cancellationToken).ConfigureAwait(false);
            if (known is not null && !(known.IsOver && order.BeginsAgain))
            {
                return known;
            }

            var again = new JobCommand { Kind = JobCommandKind.Restart, By = order.By, Why = order.Why, At = order.At };
            var next = known is null ? fresh : JobCommands.Obey(known, again, rate: null).Next!;
            if (await CommitAsync(tenant, [next.Change()], lease: null, cancellationToken).ConfigureAwait(false) == CommitStatus.Committed)
            {
                return next with { Revision = next.Revision + 1 };
            }

            await CommitRetry.PauseAsync(attempt, $"Document {fresh.Key}", this, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Gives a command to a job, again where it changed meanwhile.</summary>
    internal async ValueTask<JobAnswer> CommandAsync(DocumentKey key, JobCommand command, int? rate, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await ReadAsync(key, cancellationToken).ConfigureAwait(false) is not { } stored)
            {
                return new JobAnswer { Refusal = JobCommands.Unknown };
            }

            if (JobJson.TryRead(stored) is not { } job)
            {
                return new JobAnswer { Job = JobOf(stored), Refusal = JobCommands.Unreadable };
            }

            var (next, refusal) = JobCommands.Obey(job, command, rate);
            if (next is null || ReferenceEquals(next, job))
            {
                return new JobAnswer { Job = job.ToJob(), Refusal = refusal };
            }

            if (await CommitAsync(key.Tenant, [next.Change()], lease: null, cancellationToken).ConfigureAwait(false) == CommitStatus.Committed)
            {
                return new JobAnswer { Job = next.ToJob() };
            }

            await CommitRetry.PauseAsync(attempt, $"Document {key}", this, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes documents; a publish meanwhile changes nothing for them.</summary>
    internal async ValueTask<CommitStatus> CommitAsync(TenantId tenant, ImmutableArray<DocumentChange> changes, DocumentLease? lease, CancellationToken cancellationToken)
    {
        while (true)
        {
            var log = await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false);
            var commit = new CrmCommit { Tenant = tenant, Relationships = [], Documents = changes, RulesPosition = log.Position, DocumentLease = lease };
            var outcome = await store.CommitAsync(commit, cancellationToken).ConfigureAwait(false);
            if (outcome.Status != CommitStatus.RulesChanged)
            {
                return outcome.Status;
            }

            rules.Forget(tenant);
        }
    }

    internal JobCommand Command(JobCommandKind kind, Actor by, string why) =>
        new() { Kind = kind, By = by, Why = WhyText.Optional(why, nameof(why)), At = clock.GetCurrentInstant() };
}
