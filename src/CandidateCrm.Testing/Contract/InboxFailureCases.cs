using CandidateCrm.Storage;
using NodaTime;
using static CandidateCrm.Testing.Samples;

namespace CandidateCrm.Testing;

internal static class InboxFailureCases
{
    private static readonly Duration Hour = Duration.FromHours(1);

    internal static IReadOnlyList<ContractCase<StoreUnderTest>> All()
    {
        var cases = new StoreCases();
        AddRetries(cases);
        AddAfterwards(cases);
        AddParking(cases);
        AddGivingBack(cases);
        return cases.All;
    }

    private static void AddRetries(StoreCases cases)
    {
        cases.Add("A failed batch is claimed again at its next attempt and not before, with what came meanwhile", async c =>
        {
            await FailAsync(c, c.Now + Hour).ConfigureAwait(false);
            await c.AppendAsync(Fact(Anna, "b")).ConfigureAwait(false);
            c.Clock.Advance(Hour - Duration.FromMilliseconds(1));
            await c.ClaimsBatchesAsync().ConfigureAwait(false);
            c.Clock.Advance(Duration.FromMilliseconds(1));
            await c.ClaimsBatchesAsync("anna: a, b").ConfigureAwait(false);
        });
        cases.Add("A failed batch keeps nobody else waiting", async c =>
        {
            await FailAsync(c, c.Now + Hour).ConfigureAwait(false);
            await c.AppendAsync(Fact(Ben, "b")).ConfigureAwait(false);
            await c.ClaimsBatchesAsync("ben: b").ConfigureAwait(false);
        });
        cases.Add("Failures of a batch are counted until its facts are gone", async c =>
        {
            await c.AppendAsync(Fact(Anna, "a"), Fact(Anna, "b")).ConfigureAwait(false);
            for (var attempts = 0; attempts < 3; attempts++)
            {
                var batch = await c.ClaimBatchAsync(facts: 1).ConfigureAwait(false);
                c.Check.Same(attempts, batch.Attempts, "attempts");
                await c.FailsAsync(batch, c.Now).ConfigureAwait(false);
            }

            await c.CompletesAsync(await c.ClaimBatchAsync(facts: 1).ConfigureAwait(false)).ConfigureAwait(false);
            c.Check.Same(0, (await c.ClaimBatchAsync(facts: 1).ConfigureAwait(false)).Attempts, "attempts of the facts after it");
        });
    }

    private static void AddAfterwards(StoreCases cases)
    {
        cases.Add("The lease on a failed batch is lost", async c =>
        {
            var failed = await FailAsync(c, c.Now).ConfigureAwait(false);
            await c.RenewsAsync(failed, answer: false).ConfigureAwait(false);
            await c.CompletesAsync(failed, answer: false).ConfigureAwait(false);
            await c.ClaimsBatchesAsync("anna: a").ConfigureAwait(false);
        });
        cases.Add("A failed batch keeps its place: it has waited longest", async c =>
        {
            var failed = await FailAsync(c, c.Now + Hour).ConfigureAwait(false);
            c.Clock.Advance(Hour);
            await c.AppendAsync(Fact(Ben, "b")).ConfigureAwait(false);
            await c.ClaimsBatchesAsync(InboxSteps.Text(failed), "ben: b").ConfigureAwait(false);
        });
    }

    private static void AddParking(StoreCases cases)
    {
        cases.Add("A parked batch is not claimed, however long it waits", async c =>
        {
            await FailAsync(c, retryAt: null).ConfigureAwait(false);
            c.Clock.Advance(Duration.FromDays(30));
            await c.ClaimsBatchesAsync().ConfigureAwait(false);
        });
        cases.Add("A parked batch keeps later facts of its candidate waiting behind it, and of nobody else", async c =>
        {
            await FailAsync(c, retryAt: null).ConfigureAwait(false);
            await c.AppendAsync(Fact(Anna, "b"), Fact(Ben, "c")).ConfigureAwait(false);
            await c.ClaimsBatchesAsync("ben: c").ConfigureAwait(false);
            c.Clock.Advance(Duration.FromDays(30));
            await c.ClaimsBatchesAsync("ben: c").ConfigureAwait(false);
        });
    }

    private static void AddGivingBack(StoreCases cases)
    {
        cases.Add("A batch that is given back untried is claimed again when it is time, and counts no attempt", async c =>
        {
            var failed = await FailAsync(c, c.Now).ConfigureAwait(false);
            c.Check.Same(true, await GiveBackAsync(c, await c.ClaimBatchAsync().ConfigureAwait(false), c.Now + Hour).ConfigureAwait(false), "given back");
            await c.ClaimsBatchesAsync().ConfigureAwait(false);
            c.Clock.Advance(Hour);
            var again = await c.ClaimBatchAsync().ConfigureAwait(false);
            c.Check.Same(1, again.Attempts, "attempts");
            c.Check.Same(InboxSteps.Text(failed), InboxSteps.Text(again), "the batch");
        });
        cases.Add("A batch that is given back untried without saying when to look again is refused", async c =>
        {
            await c.AppendAsync(Fact(Anna, "a")).ConfigureAwait(false);
            var batch = await c.ClaimBatchAsync().ConfigureAwait(false);
            await c.Check.RefusesAsync<ArgumentException>(async () => await GiveBackAsync(c, batch, lookAt: null).ConfigureAwait(false), "giving back without an end").ConfigureAwait(false);
            await c.CompletesAsync(batch).ConfigureAwait(false);
        });
    }

    private static async Task<bool> GiveBackAsync(StoreExamination c, InboxBatch batch, Instant? lookAt) =>
        await c.Inbox.FailAsync(new InboxFailure { Lease = batch.Lease, Code = "batch.given_back", IsAttempt = false, RetryAt = lookAt }, CancellationToken.None).ConfigureAwait(false);

    private static async Task<InboxBatch> FailAsync(StoreExamination c, Instant? retryAt)
    {
        await c.AppendAsync(Fact(Anna, "a")).ConfigureAwait(false);
        var batch = await c.ClaimBatchAsync().ConfigureAwait(false);
        await c.FailsAsync(batch, retryAt).ConfigureAwait(false);
        return batch;
    }
}
