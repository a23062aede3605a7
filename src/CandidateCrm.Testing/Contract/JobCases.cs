using CandidateCrm.Storage;
using NodaTime;
using static CandidateCrm.Testing.Samples;

namespace CandidateCrm.Testing;

internal static class JobCases
{
    private static readonly Duration Hour = Duration.FromHours(1);

    internal static IReadOnlyList<ContractCase<StoreUnderTest>> All()
    {
        var cases = new StoreCases();
        AddDue(cases);
        AddMoving(cases);
        return cases.All;
    }

    private static void AddDue(StoreCases cases)
    {
        cases.Add("A document is due at its very instant and not before", async c =>
        {
            await c.WriteAsync(Commit(Put("a", 0, c.Now + Hour))).ConfigureAwait(false);
            c.Clock.Advance(Hour - Duration.FromTicks(10));
            await c.ClaimsDocumentsAsync().ConfigureAwait(false);
            c.Clock.Advance(Duration.FromTicks(10));
            await c.ClaimsDocumentsAsync("a").ConfigureAwait(false);
        });
        cases.Add("A claim of documents says what they are, the store's clock, and until when they are held", async c =>
        {
            var document = Document("a", c.Now) with { Json = """{"page":3}""" };
            await c.WriteAsync(Commit(Put(document, 0))).ConfigureAwait(false);
            var claim = await c.Jobs.ClaimAsync(new ClaimRequest { Lease = Hour }, CancellationToken.None).ConfigureAwait(false);
            c.Check.Same(c.Now, claim.Now, "the store's clock");
            c.Check.Same(1, claim.Documents.Length, "the number of documents");
            c.Check.Same(document with { Revision = 1 }, claim.Documents[0].Document, "the document");
            c.Check.Same(document.Key, claim.Documents[0].Lease.Document, "the lease on");
            c.Check.Same(c.Now + Hour, claim.Documents[0].Lease.Until, "the lease until");
        });
        cases.Add("Documents that are due come earliest first, also after their leases ran out", async c =>
        {
            await c.WriteAsync(Commit(Put("a", 0, c.Now), Put("b", 0, c.Now - Hour - Hour), Put("c", 0, c.Now - Hour), Put("d", 0))).ConfigureAwait(false);
            await c.ClaimDocumentsAsync(1).ConfigureAwait(false);
            c.Clock.Advance(Hour);
            await c.ClaimsDocumentsAsync("b", "c", "a").ConfigureAwait(false);
        });
        cases.Add("A claim takes at most as many documents as asked", async c =>
        {
            await c.WriteAsync(Commit(Put("a", 0, c.Now), Put("b", 0, c.Now - Hour), Put("c", 0, c.Now))).ConfigureAwait(false);
            c.Check.SameList(["b"], (await c.ClaimDocumentsAsync(1).ConfigureAwait(false)).Select(d => d.Document.Key.Name), "claimed");
        });
    }

    private static void AddMoving(StoreCases cases)
    {
        cases.Add("A document without a due time is handed to nobody", async c =>
        {
            await c.WriteAsync(Commit(Put("a", 0), Put("b", 0, c.Now))).ConfigureAwait(false);
            await c.WriteAsync(Commit(Put("b", 1))).ConfigureAwait(false);
            c.Clock.Advance(Duration.FromDays(365));
            await c.ClaimsDocumentsAsync().ConfigureAwait(false);
        });
        cases.Add("A later commit moves the due time of a document", async c =>
        {
            await c.WriteAsync(Commit(Put("a", 0, c.Now), Put("b", 0, c.Now + Hour), Put("c", 0))).ConfigureAwait(false);
            await c.WriteAsync(Commit(Put("a", 1, c.Now + Hour), Put("b", 1, c.Now), Put("c", 1, c.Now))).ConfigureAwait(false);
            await c.ClaimsDocumentsAsync("b", "c").ConfigureAwait(false);
        });
        cases.Add("A removed document is handed to nobody", async c =>
        {
            await c.WriteAsync(Commit(Put("a", 0, c.Now))).ConfigureAwait(false);
            await c.WriteAsync(Commit(Removed("a", 1))).ConfigureAwait(false);
            await c.ClaimsDocumentsAsync().ConfigureAwait(false);
        });
        cases.Add("A conflict moves no due time", async c =>
        {
            await c.WriteAsync(Commit(Put("a", 0))).ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.RevisionConflict, Commit(Put("a", 0, c.Now), Put("b", 0, c.Now))).ConfigureAwait(false);
            await c.ClaimsDocumentsAsync().ConfigureAwait(false);
        });
    }
}
