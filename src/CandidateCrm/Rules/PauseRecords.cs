using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Rules;

/// <summary>Writes pauses down. A pause that is over is moved, in the commit that ends it, to those that only grow.</summary>
internal sealed class PauseRecords(ICrmStore store, ITenantDocuments documents, TenantRules rules, PauseBoards boards)
{
    private const int MostAtOnce = CrmCommit.MostDocuments / 2;

    /// <summary>Ends what pauses a scope, if anything does, and puts the next pause in its place, if there is one. False where nothing was in force.</summary>
    internal async ValueTask<bool> ReplaceAsync(TenantId tenant, PauseScope scope, PauseEnd end, Pause? next, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var found = await documents.ReadAsync(DocumentQuery.Of(PauseDocuments.KeyOf(tenant, scope)), cancellationToken).ConfigureAwait(false);
            var current = found.Count == 0 ? null : found[0];
            var was = current is null ? null : PauseJson.Read(current.Json);
            var changes = ImmutableArray.CreateBuilder<DocumentChange>(2);
            if (was is not null)
            {
                changes.Add(New(PauseDocuments.OfEnded(tenant, Ended(was, end), attempt - 1)));
            }

            if (next is not null)
            {
                changes.Add(new DocumentChange { Next = PauseDocuments.Of(tenant, next), ExpectedRevision = current?.Revision ?? 0 });
            }
            else if (current is not null)
            {
                changes.Add(Removed(current));
            }

            if (changes.Count == 0)
            {
                return false;
            }

            if (await IsCommittedAsync(tenant, changes.DrainToImmutable(), cancellationToken).ConfigureAwait(false))
            {
                boards.Forget();
                return was?.IsInForce(end.At) ?? false;
            }

            await CommitRetry.PauseAsync(attempt, $"The pause of {scope} of {tenant}", this, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads what is in force, and puts away what is over because its time is up.</summary>
    internal async ValueTask<List<Pause>> ReadInForceAsync(TenantId tenant, Instant now, CancellationToken cancellationToken)
    {
        var all = await PauseDocuments.ReadAllAsync(documents, tenant, cancellationToken).ConfigureAwait(false);
        foreach (var over in all.Where(one => !one.Pause.IsInForce(now)).Chunk(MostAtOnce))
        {
            var changes = over.SelectMany(one => PutAway(tenant, one.Document, one.Pause, attempt: 0));
            if (await IsCommittedAsync(tenant, [.. changes], cancellationToken).ConfigureAwait(false))
            {
                continue;
            }

            // One of them stands in the way of all: each by itself.
            foreach (var (document, pause) in over)
            {
                await PutAwayAsync(tenant, document, pause, cancellationToken).ConfigureAwait(false);
            }
        }

        return [.. all.Select(one => one.Pause).Where(pause => pause.IsInForce(now))];
    }

    /// <summary>Puts a pause away that is over, under the first name that is free: where a clock was set back, another one of its scope may have ended at the same instant.</summary>
    private async ValueTask PutAwayAsync(TenantId tenant, TenantDocument document, Pause pause, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < CommitRetry.MostAttempts; attempt++)
        {
            var found = await documents.ReadAsync(DocumentQuery.Of(document.Key), cancellationToken).ConfigureAwait(false);
            if (found.Count == 0 || found[0].Revision != document.Revision)
            {
                // Whoever was faster has put it away as well, or paused anew.
                return;
            }

            if (await IsCommittedAsync(tenant, [.. PutAway(tenant, document, pause, attempt)], cancellationToken).ConfigureAwait(false))
            {
                return;
            }
        }
    }

    private async ValueTask<bool> IsCommittedAsync(TenantId tenant, ImmutableArray<DocumentChange> changes, CancellationToken cancellationToken)
    {
        // The installation has no rules.
        var position = tenant == TenantId.Installation ? 0 : (await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false)).Position;
        var commit = new CrmCommit { Tenant = tenant, Relationships = [], Documents = changes, RulesPosition = position };
        var outcome = await store.CommitAsync(commit, cancellationToken).ConfigureAwait(false);
        if (outcome.Status == CommitStatus.RulesChanged)
        {
            rules.Forget(tenant);
        }

        return outcome.Status == CommitStatus.Committed;
    }

    private static DocumentChange[] PutAway(TenantId tenant, TenantDocument document, Pause pause, int attempt) =>
        [New(PauseDocuments.OfEnded(tenant, TimeIsUp(pause), attempt)), Removed(document)];

    private static Pause Ended(Pause pause, PauseEnd end) => pause.IsInForce(end.At) ? pause with { End = end } : TimeIsUp(pause);

    private static Pause TimeIsUp(Pause pause) => pause with { End = new PauseEnd { At = pause.Until!.Value, By = Actor.Crm, Why = string.Empty } };

    private static DocumentChange New(TenantDocument document) => new() { Next = document, ExpectedRevision = 0 };

    private static DocumentChange Removed(TenantDocument document) => new() { Next = document, ExpectedRevision = document.Revision, Remove = true };
}
