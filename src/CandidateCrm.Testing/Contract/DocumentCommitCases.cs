using CandidateCrm.Storage;
using static CandidateCrm.Testing.Samples;

namespace CandidateCrm.Testing;

internal static class DocumentCommitCases
{
    internal static IReadOnlyList<ContractCase<StoreUnderTest>> All()
    {
        var cases = new StoreCases();
        AddConflicts(cases);
        AddWhole(cases);
        AddMistakes(cases);
        return cases.All;
    }

    private static void AddConflicts(StoreCases cases)
    {
        cases.Add("A stale revision of a document is a conflict that names it, and writes nothing", async c =>
        {
            await c.WriteAsync(Commit(Put("a", 0), Put("b", 0))).ConfigureAwait(false);
            await c.WriteAsync(Commit(Put("a", 1))).ConfigureAwait(false);
            var outcome = await c.AnswersAsync(CommitStatus.RevisionConflict, Commit(Put("a", 1), Put("b", 1), Put("c", 0))).ConfigureAwait(false);
            c.Check.SameList(["acme/job/a"], outcome.DocumentConflicts.Select(d => d.ToString()), "conflicts");
            await c.HasDocumentsAsync("a 2", "b 1").ConfigureAwait(false);
        });
        cases.Add("A document that is there is not new, and one that is not there has no revision", async c =>
        {
            await c.AnswersAsync(CommitStatus.RevisionConflict, Commit(Put("a", 1))).ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.RevisionConflict, Commit(Removed("a", 1))).ConfigureAwait(false);
            await c.WriteAsync(Commit(Put("a", 0))).ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.RevisionConflict, Commit(Put("a", 0))).ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.RevisionConflict, Commit(Removed("a", 2))).ConfigureAwait(false);
            await c.HasDocumentsAsync("a 1").ConfigureAwait(false);
        });
        cases.Add("A conflict names candidates and documents alike", async c =>
        {
            await c.WriteAsync(Commit(Change(Anna, 0)) with { Documents = [Put("a", 0)] }).ConfigureAwait(false);
            var outcome = await c.AnswersAsync(CommitStatus.RevisionConflict, Commit(Change(Anna, 0), Change(Ben, 0)) with { Documents = [Put("a", 0), Put("b", 0)] }).ConfigureAwait(false);
            c.Check.SameList(["anna"], outcome.Conflicts.Select(k => k.Value), "candidates");
            c.Check.SameList(["a"], outcome.DocumentConflicts.Select(d => d.Name), "documents");
        });
    }

    private static void AddWhole(StoreCases cases)
    {
        cases.Add("A commit writes relationships and documents together", async c =>
        {
            await c.WriteAsync(Commit(Change(Anna, 0, Fact(Anna, "e"))) with { Documents = [Put("a", 0)] }).ConfigureAwait(false);
            await c.HasEventsAsync(Anna, "e").ConfigureAwait(false);
            await c.HasDocumentsAsync("a 1").ConfigureAwait(false);
        });
        cases.Add("A conflict of a relationship writes no document", async c =>
        {
            await c.WriteAsync(Change(Anna, 0)).ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.RevisionConflict, Commit(Change(Anna, 0)) with { Documents = [Put("a", 0)] }).ConfigureAwait(false);
            await c.HasDocumentsAsync().ConfigureAwait(false);
        });
        cases.Add("A conflict of a document writes no relationship", async c =>
        {
            await c.AnswersAsync(CommitStatus.RevisionConflict, Commit(Change(Anna, 0, Fact(Anna, "e"))) with { Documents = [Put("a", 1)] }).ConfigureAwait(false);
            c.Check.Same(null, await c.LoadAsync(Anna).ConfigureAwait(false), "the relationship");
            await c.HasEventsAsync(Anna).ConfigureAwait(false);
        });
        cases.Add("A replayed commit writes no document and no claim", async c =>
        {
            await c.WriteAsync(Change(Anna, 0, Fact(Anna, "e"))).ConfigureAwait(false);
            var again = Commit(Change(Anna, 1, Fact(Anna, "e"))) with { Documents = [Put("a", 0)], Claims = [new Claim("permit", "p")] };
            await c.AnswersAsync(CommitStatus.Replayed, again).ConfigureAwait(false);
            await c.HasDocumentsAsync().ConfigureAwait(false);
            await c.WriteAsync(Commit(new Claim("permit", "p"))).ConfigureAwait(false);
        });
        cases.Add("A commit of documents under older rules than the newest known writes nothing", async c =>
        {
            await c.WriteAsync(Commit(Put("a", 0)) with { RulesPosition = 5 }).ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.RulesChanged, Commit(Put("a", 1)) with { RulesPosition = 4 }).ConfigureAwait(false);
            await c.HasDocumentsAsync("a 1").ConfigureAwait(false);
        });
        cases.Add("A commit of 64 documents is written", async c =>
        {
            await c.WriteAsync(Commit([.. Enumerable.Range(0, CrmCommit.MostDocuments).Select(i => Put($"many-{i}", 0))])).ConfigureAwait(false);
            c.Check.Same(CrmCommit.MostDocuments, (await c.ReadDocumentsAsync(AllJobs).ConfigureAwait(false)).Count, "the number of documents");
        });
    }

    private static void AddMistakes(StoreCases cases)
    {
        cases.Add("An empty commit is refused", c => c.RefusesAsync(Commit(Put("a", 0)) with { Documents = [] }, "an empty commit"));
        cases.Add("A commit that names a document twice is refused and writes nothing", async c =>
        {
            await c.RefusesAsync(Commit(Put("a", 0), Put("b", 0), Put("a", 0)), "a document twice").ConfigureAwait(false);
            await c.HasDocumentsAsync().ConfigureAwait(false);
        });
        cases.Add("A document of another tenant in a commit is refused, and so is a lease on one", async c =>
        {
            await c.RefusesAsync(Commit(Put("a", 0), Put(Document("b", tenant: Globex), 0)), "another tenant").ConfigureAwait(false);
            var lease = new DocumentLease { Document = Document("b", tenant: Globex).Key, Fence = 1, Until = Monday };
            await c.RefusesAsync(Commit(Put("a", 0)) with { DocumentLease = lease }, "a lease of another tenant").ConfigureAwait(false);
            await c.HasDocumentsAsync().ConfigureAwait(false);
        });
    }
}
