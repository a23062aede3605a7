using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Testing;

/// <summary>A store and its check, with the questions that many cases ask.</summary>
internal sealed class StoreExamination(ContractCheck check, StoreUnderTest examined)
{
    internal ContractCheck Check { get; } = check;

    internal ICrmStore Store => examined.Store;

    internal ICrmIndex Index => examined.Index;

    internal IWorkQueue Alarms => examined.Alarms;

    internal IOutboxQueue Outbox => examined.Outbox;

    internal IJobQueue Jobs => examined.Jobs;

    internal IRulesStore Rules => examined.Rules;

    internal ICrmInbox Inbox => examined.Inbox;

    internal IQueueAdmin Parked => examined.Parked;

    internal ManualClock Clock => examined.Clock;

    internal Instant Now => Microseconds.Floor(examined.Clock.GetCurrentInstant());

    internal async Task WriteAsync(params RelationshipChange[] changes) => await WriteAsync(Samples.Commit(changes)).ConfigureAwait(false);

    internal async Task WriteAsync(CrmCommit commit) => await AnswersAsync(CommitStatus.Committed, commit).ConfigureAwait(false);

    internal async Task<CommitOutcome> AnswersAsync(CommitStatus status, params RelationshipChange[] changes) =>
        await AnswersAsync(status, Samples.Commit(changes)).ConfigureAwait(false);

    internal async Task<CommitOutcome> AnswersAsync(CommitStatus status, CrmCommit commit)
    {
        var outcome = await Store.CommitAsync(commit, CancellationToken.None).ConfigureAwait(false);
        Check.Same(status, outcome.Status, "the commit to be");
        return outcome;
    }

    internal async Task<Relationship?> LoadAsync(RelationshipKey key)
    {
        var loaded = await Store.LoadAsync(RelationshipKeys.Of(key), CancellationToken.None).ConfigureAwait(false);
        Check.Holds(loaded.Count <= 1, "at most one relationship", $"{loaded.Count}");
        return loaded.Count == 0 ? null : loaded[0];
    }

    internal async Task<long> RevisionOfAsync(RelationshipKey key) => (await LoadAsync(key).ConfigureAwait(false))?.Revision ?? 0;

    internal Task<List<TimelineEvent>> ReadAsync(RelationshipKey key, bool withDerived = false, bool withRetracted = false) =>
        ReadAsync(TimelineQuery.Of(key) with { WithDerived = withDerived, WithRetracted = withRetracted });

    internal async Task<List<TimelineEvent>> ReadAsync(TimelineQuery query)
    {
        var events = new List<TimelineEvent>();
        await foreach (var next in Store.ReadTimelineAsync(query, CancellationToken.None).ConfigureAwait(false))
        {
            events.Add(next);
        }

        return events;
    }

    internal async Task HasEventsAsync(RelationshipKey key, params string[] ids) =>
        Check.SameList(ids, (await ReadAsync(key).ConfigureAwait(false)).Select(e => e.Id.Value), "the events");

    internal async Task HasEffectsAsync(RelationshipKey key, params string[] namesAndStates)
    {
        var effects = await Store.ReadEffectsAsync(EffectQuery.Of(key), CancellationToken.None).ConfigureAwait(false);
        Check.SameList(namesAndStates, effects.Select(e => $"{e.Effect.Key.Subject} {e.State}"), "the effects");
    }

    internal async Task HasRowsAsync(RelationshipKey key, params string[] items)
    {
        var rows = await QueryAsync(key.Tenant).ConfigureAwait(false);
        Check.SameList(items, rows.Where(r => r.Candidate == key.Candidate).Select(r => r.Item), "the rows");
    }

    internal async Task HasFindingsAsync(params string[] items) =>
        Check.SameList(items, (await QueryAsync(new IndexQuery { Tenant = Samples.Acme, Index = IndexNames.Findings }).ConfigureAwait(false)).Select(r => r.Item), "the findings");

    internal async Task<IReadOnlyList<IndexRow>> QueryAsync(IndexQuery query) => await Index.QueryAsync(query, CancellationToken.None).ConfigureAwait(false);

    internal async Task<IReadOnlyList<IndexRow>> QueryAsync(TenantId tenant, IndexRow? after = null, long? upTo = null, int max = 1_000) =>
        await Index.QueryAsync(new IndexQuery { Tenant = tenant, Index = IndexNames.Promises, After = after, UpTo = upTo, Max = max }, CancellationToken.None).ConfigureAwait(false);

    internal async Task<ImmutableArray<Lease>> ClaimAlarmsAsync(int max = 500) =>
        (await Alarms.ClaimAsync(Request(max), CancellationToken.None).ConfigureAwait(false)).Leases;

    internal async Task<Lease> ClaimAlarmAsync() => Only(await ClaimAlarmsAsync().ConfigureAwait(false), "alarm");

    internal async Task<ImmutableArray<ClaimedEffect>> ClaimEffectsAsync(int max = 500) =>
        (await Outbox.ClaimAsync(Request(max), CancellationToken.None).ConfigureAwait(false)).Effects;

    internal async Task<ClaimedEffect> ClaimEffectAsync() => Only(await ClaimEffectsAsync().ConfigureAwait(false), "effect");

    internal async Task ClaimsAlarmsAsync(params string[] candidates) =>
        Check.SameList(candidates, (await ClaimAlarmsAsync().ConfigureAwait(false)).Select(l => l.Relationship.Candidate.Value), "alarms of");

    internal async Task ClaimsEffectsAsync(params string[] names) =>
        Check.SameList(names, (await ClaimEffectsAsync().ConfigureAwait(false)).Select(e => e.Record.Effect.Key.Subject), "effects");

    internal async Task<IReadOnlyList<TenantDocument>> ReadDocumentsAsync(DocumentQuery query) =>
        await examined.Documents.ReadAsync(query, CancellationToken.None).ConfigureAwait(false);

    internal async Task HasDocumentsAsync(params string[] namesAndRevisions) =>
        Check.SameList(namesAndRevisions, (await ReadDocumentsAsync(Samples.AllJobs).ConfigureAwait(false)).Select(d => $"{d.Key.Name} {d.Revision}"), "the documents");

    internal async Task<ImmutableArray<ClaimedDocument>> ClaimDocumentsAsync(int max = 500) =>
        (await Jobs.ClaimAsync(Request(max), CancellationToken.None).ConfigureAwait(false)).Documents;

    internal async Task<ClaimedDocument> ClaimDocumentAsync() => Only(await ClaimDocumentsAsync().ConfigureAwait(false), "document");

    internal async Task ClaimsDocumentsAsync(params string[] names) =>
        Check.SameList(names, (await ClaimDocumentsAsync().ConfigureAwait(false)).Select(d => d.Document.Key.Name), "documents");

    internal async Task<FeedPage> ReadFeedAsync(string? after = null, int max = 1_000, TenantId tenant = default) =>
        await examined.Feed.ReadAsync(new FeedQuery { Tenant = tenant.IsAssigned ? tenant : Samples.Acme, After = after, Max = max }, CancellationToken.None).ConfigureAwait(false);

    internal async Task<Relationship?> LoadCheckpointAsync(RelationshipKey key, TimelinePlace before) =>
        await Store.LoadCheckpointAsync(key, before, CancellationToken.None).ConfigureAwait(false);

    internal async Task RefusesAsync(CrmCommit commit, string what) =>
        await Check.RefusesAsync<ArgumentException>(async () => await Store.CommitAsync(commit, CancellationToken.None).ConfigureAwait(false), what).ConfigureAwait(false);

    internal async Task<EraseOutcome> EraseAsync(RelationshipKey key, EraseScope scope) =>
        await Store.EraseAsync(new ErasePlan { Relationship = key, Scope = scope }, CancellationToken.None).ConfigureAwait(false);

    private static ClaimRequest Request(int max) => new() { Max = max, Lease = Duration.FromMinutes(1) };

    private T Only<T>(ImmutableArray<T> claimed, string what)
    {
        Check.Holds(claimed.Length == 1, $"one {what} to be claimed", $"{claimed.Length}");
        return claimed[0];
    }
}
