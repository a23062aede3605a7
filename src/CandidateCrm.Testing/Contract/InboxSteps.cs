using System.Collections.Immutable;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Testing;

/// <summary>What cases do with an inbox.</summary>
internal static class InboxSteps
{
    internal static readonly Duration Minute = Duration.FromMinutes(1);

    internal static async Task AppendAsync(this StoreExamination c, params TimelineEvent[] facts) =>
        await c.Inbox.AppendAsync(new InboxAppend { Tenant = facts[0].Relationship.Tenant, Facts = [.. facts] }, CancellationToken.None).ConfigureAwait(false);

    internal static async Task<ImmutableArray<InboxBatch>> ClaimBatchesAsync(this StoreExamination c, int candidates = 500, int facts = 500)
    {
        var request = new InboxClaimRequest { MaxCandidates = candidates, MaxFacts = facts, Lease = Minute };
        return (await c.Inbox.ClaimAsync(request, CancellationToken.None).ConfigureAwait(false)).Batches;
    }

    internal static async Task<InboxBatch> ClaimBatchAsync(this StoreExamination c, int facts = 500)
    {
        var batches = await c.ClaimBatchesAsync(facts: facts).ConfigureAwait(false);
        c.Check.Holds(batches.Length == 1, "one batch to be claimed", $"{batches.Length}");
        return batches[0];
    }

    /// <summary>Claims, and expects batches such as <c>anna: a, b</c>.</summary>
    internal static async Task ClaimsBatchesAsync(this StoreExamination c, params string[] batches) =>
        c.Check.SameList(batches, (await c.ClaimBatchesAsync().ConfigureAwait(false)).Select(Text), "the batches");

    internal static async Task CompletesAsync(this StoreExamination c, InboxBatch batch, bool answer = true) =>
        c.Check.Same(answer, await c.Inbox.CompleteAsync(batch.Lease, CancellationToken.None).ConfigureAwait(false), "completed");

    internal static async Task RenewsAsync(this StoreExamination c, InboxBatch batch, bool answer = true) =>
        c.Check.Same(answer, await c.Inbox.RenewAsync(batch.Lease, Minute, CancellationToken.None).ConfigureAwait(false), "renewed");

    internal static async Task FailsAsync(this StoreExamination c, InboxBatch batch, Instant? retryAt, bool answer = true)
    {
        var failure = new InboxFailure { Lease = batch.Lease, Code = "store.down", RetryAt = retryAt };
        c.Check.Same(answer, await c.Inbox.FailAsync(failure, CancellationToken.None).ConfigureAwait(false), "noted");
    }

    internal static string Text(InboxBatch batch) => $"{batch.Lease.Relationship.Candidate}: {string.Join(", ", batch.Facts.Select(f => f.Id))}";
}
