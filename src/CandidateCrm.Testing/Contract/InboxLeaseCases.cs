using CandidateCrm.Storage;
using NodaTime;
using static CandidateCrm.Testing.InboxSteps;
using static CandidateCrm.Testing.Samples;

namespace CandidateCrm.Testing;

internal static class InboxLeaseCases
{
    internal static IReadOnlyList<ContractCase<StoreUnderTest>> All()
    {
        var cases = new StoreCases();
        AddHolding(cases);
        AddRenewing(cases);
        AddCompleting(cases);
        AddLosing(cases);
        return cases.All;
    }

    private static void AddHolding(StoreCases cases)
    {
        cases.Add("A claim of the inbox tells the store's clock, whose the facts are, and until when the lease holds", async c =>
        {
            await c.AppendAsync(Fact(Anna, "a")).ConfigureAwait(false);
            var claim = await c.Inbox.ClaimAsync(new InboxClaimRequest { MaxCandidates = 1, Lease = Minute }, CancellationToken.None).ConfigureAwait(false);
            c.Check.Same(c.Now, claim.Now, "the store's clock");
            c.Check.Same(Anna, claim.Batches[0].Lease.Relationship, "the relationship");
            c.Check.Same(c.Now + Minute, claim.Batches[0].Lease.Until, "the lease until");
            c.Check.Same(0, claim.Batches[0].Attempts, "attempts");
        });
        cases.Add("A claimed candidate is not claimed again while the lease holds, and facts that come meanwhile wait", async c =>
        {
            await c.AppendAsync(Fact(Anna, "a")).ConfigureAwait(false);
            await c.ClaimBatchAsync().ConfigureAwait(false);
            c.Clock.Advance(Minute - Duration.FromMilliseconds(1));
            await c.AppendAsync(Fact(Anna, "b"), Fact(Ben, "c")).ConfigureAwait(false);
            await c.ClaimsBatchesAsync("ben: c").ConfigureAwait(false);
        });
    }

    private static void AddRenewing(StoreCases cases)
    {
        cases.Add("A candidate whose lease ran out is claimed again under a higher fence, with what came meanwhile", async c =>
        {
            await c.AppendAsync(Fact(Anna, "a")).ConfigureAwait(false);
            var first = await c.ClaimBatchAsync().ConfigureAwait(false);
            await c.AppendAsync(Fact(Anna, "b")).ConfigureAwait(false);
            c.Clock.Advance(Minute);
            var second = await c.ClaimBatchAsync().ConfigureAwait(false);
            c.Check.Same("anna: a, b", Text(second), "the batch");
            c.Check.Holds(second.Lease.Fence > first.Lease.Fence, $"a fence above {first.Lease.Fence}", $"{second.Lease.Fence}");
        });
        cases.Add("A renewed lease on waiting facts holds from now on", async c =>
        {
            await c.AppendAsync(Fact(Anna, "a")).ConfigureAwait(false);
            var batch = await c.ClaimBatchAsync().ConfigureAwait(false);
            c.Clock.Advance(Duration.FromSeconds(50));
            await c.RenewsAsync(batch).ConfigureAwait(false);
            c.Clock.Advance(Duration.FromSeconds(50));
            await c.ClaimsBatchesAsync().ConfigureAwait(false);
            c.Clock.Advance(Duration.FromSeconds(10));
            await c.ClaimsBatchesAsync("anna: a").ConfigureAwait(false);
        });
        cases.Add("A fence of the inbox grows also after completing, failing and erasing", async c =>
        {
            var fences = new List<long>();
            foreach (var end in new Func<InboxBatch, Task>[] { b => c.CompletesAsync(b), b => c.FailsAsync(b, c.Now), _ => c.EraseAsync(Anna, EraseScope.Everything), b => c.CompletesAsync(b) })
            {
                await c.AppendAsync(Fact(Anna, $"{fences.Count}")).ConfigureAwait(false);
                var batch = await c.ClaimBatchAsync().ConfigureAwait(false);
                fences.Add(batch.Lease.Fence);
                await end(batch).ConfigureAwait(false);
            }

            c.Check.SameList(fences.Distinct().Order().Select(f => $"{f}"), fences.Select(f => $"{f}"), "growing fences");
        });
    }

    private static void AddCompleting(StoreCases cases)
    {
        cases.Add("Completing removes the claimed facts, and those that came meanwhile can be claimed at once", async c =>
        {
            await c.AppendAsync(Fact(Anna, "a"), Fact(Anna, "b")).ConfigureAwait(false);
            var batch = await c.ClaimBatchAsync().ConfigureAwait(false);
            await c.AppendAsync(Fact(Anna, "c"), Fact(Anna, "d")).ConfigureAwait(false);
            await c.CompletesAsync(batch).ConfigureAwait(false);
            await c.ClaimsBatchesAsync("anna: c, d").ConfigureAwait(false);
        });
        cases.Add("What was completed is gone for good", async c =>
        {
            await c.AppendAsync(Fact(Anna, "a")).ConfigureAwait(false);
            var batch = await c.ClaimBatchAsync().ConfigureAwait(false);
            await c.CompletesAsync(batch).ConfigureAwait(false);
            c.Clock.Advance(Duration.FromDays(1));
            await c.ClaimsBatchesAsync().ConfigureAwait(false);
        });
        cases.Add("A batch is completed once: what came meanwhile stays", async c =>
        {
            await c.AppendAsync(Fact(Anna, "a")).ConfigureAwait(false);
            var batch = await c.ClaimBatchAsync().ConfigureAwait(false);
            await c.CompletesAsync(batch).ConfigureAwait(false);
            await c.AppendAsync(Fact(Anna, "b")).ConfigureAwait(false);
            await c.CompletesAsync(batch, answer: false).ConfigureAwait(false);
            await c.ClaimsBatchesAsync("anna: b").ConfigureAwait(false);
        });
    }

    private static void AddLosing(StoreCases cases)
    {
        cases.Add("Under a lost lease nothing is completed", async c =>
        {
            var (lost, holder) = await LoseAsync(c).ConfigureAwait(false);
            await c.CompletesAsync(lost, answer: false).ConfigureAwait(false);
            await c.FailsAsync(holder, c.Now).ConfigureAwait(false);
            await c.ClaimsBatchesAsync("anna: a").ConfigureAwait(false);
        });
        cases.Add("A lost lease on waiting facts is not renewed", async c =>
        {
            var (lost, holder) = await LoseAsync(c).ConfigureAwait(false);
            c.Clock.Advance(Duration.FromSeconds(30));
            await c.RenewsAsync(lost, answer: false).ConfigureAwait(false);
            c.Clock.Advance(Duration.FromSeconds(30));
            await c.ClaimsBatchesAsync("anna: a").ConfigureAwait(false);
            await c.CompletesAsync(holder, answer: false).ConfigureAwait(false);
        });
        cases.Add("Under a lost lease no failure is noted, and nothing is given back", async c =>
        {
            var (lost, _) = await LoseAsync(c).ConfigureAwait(false);
            await c.FailsAsync(lost, c.Now, answer: false).ConfigureAwait(false);
            await c.ClaimsBatchesAsync().ConfigureAwait(false);
            c.Clock.Advance(Minute);
            c.Check.Same(0, (await c.ClaimBatchAsync().ConfigureAwait(false)).Attempts, "attempts");
        });
    }

    private static async Task<(InboxBatch Lost, InboxBatch Holder)> LoseAsync(StoreExamination c)
    {
        await c.AppendAsync(Fact(Anna, "a")).ConfigureAwait(false);
        var lost = await c.ClaimBatchAsync().ConfigureAwait(false);
        c.Clock.Advance(Minute);
        return (lost, await c.ClaimBatchAsync().ConfigureAwait(false));
    }
}
