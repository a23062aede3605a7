using CandidateCrm.Storage;
using NodaTime;
using static CandidateCrm.Testing.Samples;

namespace CandidateCrm.Testing;

internal static class JobLeaseCases
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    internal static IReadOnlyList<ContractCase<StoreUnderTest>> All()
    {
        var cases = new StoreCases();
        AddHolding(cases);
        AddLosing(cases);
        AddReleasing(cases);
        AddFinishing(cases);
        AddOthers(cases);
        return cases.All;
    }

    private static void AddHolding(StoreCases cases)
    {
        cases.Add("A claimed document is not claimed again while its lease holds", async c =>
        {
            await ClaimAsync(c).ConfigureAwait(false);
            c.Clock.Advance(Minute - Duration.FromSeconds(1));
            await c.ClaimsDocumentsAsync().ConfigureAwait(false);
        });
        cases.Add("A document whose lease ran out is claimed again under a higher fence", async c =>
        {
            var first = await ClaimAsync(c).ConfigureAwait(false);
            c.Clock.Advance(Minute);
            var second = (await c.ClaimDocumentAsync().ConfigureAwait(false)).Lease;
            c.Check.Holds(second.Fence > first.Fence, $"a fence above {first.Fence}", $"{second.Fence}");
        });
        cases.Add("A renewed lease on a document holds from now on", async c =>
        {
            var lease = await ClaimAsync(c).ConfigureAwait(false);
            c.Clock.Advance(Duration.FromSeconds(50));
            c.Check.Same(true, await RenewAsync(c, lease).ConfigureAwait(false), "renewed");
            c.Clock.Advance(Duration.FromSeconds(50));
            await c.ClaimsDocumentsAsync().ConfigureAwait(false);
            c.Clock.Advance(Duration.FromSeconds(10));
            await c.ClaimsDocumentsAsync("a").ConfigureAwait(false);
        });
    }

    private static void AddLosing(StoreCases cases)
    {
        cases.Add("A commit under the lost lease of a document writes nothing", async c =>
        {
            var lost = await ClaimAsync(c).ConfigureAwait(false);
            c.Clock.Advance(Minute);
            var holder = (await c.ClaimDocumentAsync().ConfigureAwait(false)).Lease;
            var commit = Commit(Change(Anna, 0, Fact(Anna, "e"))) with { Documents = [Put("a", 1)], Claims = [new Claim("permit", "p")] };
            await c.AnswersAsync(CommitStatus.LeaseLost, commit with { DocumentLease = lost }).ConfigureAwait(false);
            await c.HasEventsAsync(Anna).ConfigureAwait(false);
            await c.HasDocumentsAsync("a 1").ConfigureAwait(false);
            await c.WriteAsync(commit with { DocumentLease = holder }).ConfigureAwait(false);
        });
        cases.Add("A lost lease on a document is not renewed", async c =>
        {
            var lost = await ClaimAsync(c).ConfigureAwait(false);
            c.Clock.Advance(Minute);
            await c.ClaimDocumentAsync().ConfigureAwait(false);
            c.Check.Same(false, await RenewAsync(c, lost).ConfigureAwait(false), "renewed");
        });
        cases.Add("A removed document takes its lease with it, and fences grow over it", async c =>
        {
            var lost = await ClaimAsync(c).ConfigureAwait(false);
            await c.WriteAsync(Commit(Removed("a", 1))).ConfigureAwait(false);
            c.Check.Same(false, await RenewAsync(c, lost).ConfigureAwait(false), "renewed");
            var again = await ClaimAsync(c).ConfigureAwait(false);
            c.Check.Holds(again.Fence > lost.Fence, $"a fence above {lost.Fence}", $"{again.Fence}");
            await c.AnswersAsync(CommitStatus.LeaseLost, Commit(Put("a", 1)) with { DocumentLease = lost }).ConfigureAwait(false);
        });
    }

    private static void AddReleasing(StoreCases cases)
    {
        cases.Add("A released document can be claimed at once, and its lease is lost", async c =>
        {
            var lease = await ClaimAsync(c).ConfigureAwait(false);
            await c.Jobs.ReleaseAsync(lease, CancellationToken.None).ConfigureAwait(false);
            c.Check.Same(false, await RenewAsync(c, lease).ConfigureAwait(false), "renewed");
            await c.ClaimsDocumentsAsync("a").ConfigureAwait(false);
        });
        cases.Add("Releasing a lost lease on a document is no error and takes it from nobody", async c =>
        {
            var lost = await ClaimAsync(c).ConfigureAwait(false);
            c.Clock.Advance(Minute);
            await c.ClaimDocumentAsync().ConfigureAwait(false);
            await c.Jobs.ReleaseAsync(lost, CancellationToken.None).ConfigureAwait(false);
            await c.ClaimsDocumentsAsync().ConfigureAwait(false);
        });
    }

    private static void AddFinishing(StoreCases cases)
    {
        cases.Add("A commit under a document's lease that moves its due time finishes the lease", async c =>
        {
            var lease = await ClaimAsync(c).ConfigureAwait(false);
            var later = c.Now + Duration.FromSeconds(5);
            await c.WriteAsync(Commit(Put("a", 1, later)) with { DocumentLease = lease }).ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.LeaseLost, Commit(Put("a", 2, later)) with { DocumentLease = lease }).ConfigureAwait(false);
            await c.ClaimsDocumentsAsync().ConfigureAwait(false);
            c.Clock.Set(later);
            await c.ClaimsDocumentsAsync("a").ConfigureAwait(false);
        });
        cases.Add("A commit under a document's lease that clears its due time finishes the lease", async c =>
        {
            var lease = await ClaimAsync(c).ConfigureAwait(false);
            await c.WriteAsync(Commit(Put("a", 1)) with { DocumentLease = lease }).ConfigureAwait(false);
            c.Check.Same(false, await RenewAsync(c, lease).ConfigureAwait(false), "renewed");
            c.Clock.Advance(Duration.FromDays(1));
            await c.ClaimsDocumentsAsync().ConfigureAwait(false);
        });
        cases.Add("A commit under a document's lease that leaves its due time leaves the lease", async c =>
        {
            var due = c.Now;
            var lease = await ClaimAsync(c).ConfigureAwait(false);
            await c.WriteAsync(Commit(Put("a", 1, due)) with { DocumentLease = lease }).ConfigureAwait(false);
            await c.ClaimsDocumentsAsync().ConfigureAwait(false);
            await c.WriteAsync(Commit(Put("a", 2, due)) with { DocumentLease = lease }).ConfigureAwait(false);
            c.Check.Same(true, await RenewAsync(c, lease).ConfigureAwait(false), "renewed");
        });
    }

    private static void AddOthers(StoreCases cases)
    {
        cases.Add("A commit under a document's lease need not change the document, and leaves the lease", async c =>
        {
            var lease = await ClaimAsync(c).ConfigureAwait(false);
            await c.WriteAsync(Commit(Change(Anna, 0)) with { DocumentLease = lease }).ConfigureAwait(false);
            await c.ClaimsDocumentsAsync().ConfigureAwait(false);
            await c.WriteAsync(Commit(Put("a", 1)) with { DocumentLease = lease }).ConfigureAwait(false);
        });
        cases.Add("A commit of somebody else moves a claimed document, and the holder meets the other revision", async c =>
        {
            var lease = await ClaimAsync(c).ConfigureAwait(false);
            await c.WriteAsync(Commit(Put("a", 1, c.Now - Minute))).ConfigureAwait(false);
            await c.ClaimsDocumentsAsync().ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.RevisionConflict, Commit(Put("a", 1)) with { DocumentLease = lease }).ConfigureAwait(false);
            await c.WriteAsync(Commit(Put("a", 2)) with { DocumentLease = lease }).ConfigureAwait(false);
        });
        cases.Add("A document changed under the lease of another one leaves its own lease", async c =>
        {
            await c.WriteAsync(Commit(Put("a", 0, c.Now), Put("b", 0, c.Now))).ConfigureAwait(false);
            var claimed = await c.ClaimDocumentsAsync().ConfigureAwait(false);
            await c.WriteAsync(Commit(Put("a", 1), Put("b", 1, c.Now - Minute)) with { DocumentLease = claimed[0].Lease }).ConfigureAwait(false);
            c.Check.Same(false, await RenewAsync(c, claimed[0].Lease).ConfigureAwait(false), "the first renewed");
            c.Check.Same(true, await RenewAsync(c, claimed[1].Lease).ConfigureAwait(false), "the second renewed");
        });
    }

    private static async Task<DocumentLease> ClaimAsync(StoreExamination c)
    {
        await c.WriteAsync(Commit(Put("a", 0, c.Now))).ConfigureAwait(false);
        return (await c.ClaimDocumentAsync().ConfigureAwait(false)).Lease;
    }

    private static async Task<bool> RenewAsync(StoreExamination c, DocumentLease lease) =>
        await c.Jobs.RenewAsync(lease, Minute, CancellationToken.None).ConfigureAwait(false);
}
