using CandidateCrm.Storage;
using NodaTime;
using static CandidateCrm.Testing.Samples;

namespace CandidateCrm.Testing;

internal static class DocumentCases
{
    internal static IReadOnlyList<ContractCase<StoreUnderTest>> All()
    {
        var cases = new StoreCases();
        AddReading(cases);
        AddPages(cases);
        AddKeeping(cases);
        return cases.All;
    }

    private static void AddReading(StoreCases cases)
    {
        cases.Add("A document comes back as it was written, with the expected revision plus one, whatever it said itself", async c =>
        {
            var written = Document("a", Monday + Duration.FromTicks(10)) with { Json = """{ "score" : 1.50, "text":"«ä» 😀\n", "score" : 2 }""", Revision = 17 };
            await c.WriteAsync(Commit(Put(written, 0))).ConfigureAwait(false);
            c.Check.SameList([Text(written with { Revision = 1 })], (await c.ReadDocumentsAsync(DocumentQuery.Of(written.Key)).ConfigureAwait(false)).Select(Text), "the document");
            await c.WriteAsync(Commit(Put(written with { DueAt = null }, 1))).ConfigureAwait(false);
            c.Check.SameList([Text(written with { Revision = 2, DueAt = null })], (await c.ReadDocumentsAsync(DocumentQuery.Of(written.Key)).ConfigureAwait(false)).Select(Text), "the document");
        });
        cases.Add("A document is read by its name alone, and one that is not there is absent", async c =>
        {
            await c.WriteAsync(Commit(Put("a", 0), Put("b", 0))).ConfigureAwait(false);
            await ReadsAsync(c, AllJobs with { Name = "b" }, "b").ConfigureAwait(false);
            await ReadsAsync(c, AllJobs with { Name = "B" }).ConfigureAwait(false);
        });
        cases.Add("Documents of another kind or tenant are never read", async c =>
        {
            await c.WriteAsync(Commit(Put("a", 0))).ConfigureAwait(false);
            await ReadsAsync(c, AllJobs with { Kind = "pause" }).ConfigureAwait(false);
            await ReadsAsync(c, AllJobs with { Tenant = Globex }).ConfigureAwait(false);
            await ReadsAsync(c, AllJobs with { Tenant = Globex, Name = "a" }).ConfigureAwait(false);
        });
        cases.Add("One name may stand in two kinds and in two tenants", async c =>
        {
            var pause = Document("a") with { Key = new DocumentKey(Acme, "pause", "a") };
            await c.WriteAsync(Commit(Put("a", 0), Put(pause, 0))).ConfigureAwait(false);
            await c.WriteAsync(Commit(Put(Document("a", tenant: Globex), 0))).ConfigureAwait(false);
            await c.WriteAsync(Commit(Put("a", 1))).ConfigureAwait(false);
            await c.HasDocumentsAsync("a 2").ConfigureAwait(false);
            c.Check.Same(1, (await c.ReadDocumentsAsync(DocumentQuery.Of(pause.Key)).ConfigureAwait(false))[0].Revision, "the revision of the other kind");
        });
    }

    private static void AddPages(StoreCases cases)
    {
        cases.Add("Documents come in ordinal order of their names", async c =>
        {
            await c.WriteAsync(Commit(Put("ä", 0), Put("b", 0), Put("\uFB01", 0), Put("\U0001F600", 0), Put("a-b", 0), Put("B", 0), Put("a", 0), Put("aa", 0))).ConfigureAwait(false);
            await ReadsAsync(c, AllJobs, "B", "a", "a-b", "aa", "b", "ä", "\U0001F600", "\uFB01").ConfigureAwait(false);
        });
        cases.Add("Pages of documents follow each other by name", async c =>
        {
            await c.WriteAsync(Commit(Put("a", 0), Put("b", 0), Put("c", 0), Put("d", 0), Put("e", 0))).ConfigureAwait(false);
            await ReadsAsync(c, AllJobs with { Max = 2 }, "a", "b").ConfigureAwait(false);
            await c.WriteAsync(Commit(Removed("a", 1), Removed("b", 1))).ConfigureAwait(false);
            await ReadsAsync(c, AllJobs with { Max = 2, After = "b" }, "c", "d").ConfigureAwait(false);
            await ReadsAsync(c, AllJobs with { Max = 2, After = "d" }, "e").ConfigureAwait(false);
            await ReadsAsync(c, AllJobs with { Max = 2, After = "e" }).ConfigureAwait(false);
        });
    }

    private static void AddKeeping(StoreCases cases)
    {
        cases.Add("A removed document is gone, and may come again as a new one", async c =>
        {
            await c.WriteAsync(Commit(Put("a", 0), Put("b", 0))).ConfigureAwait(false);
            await c.WriteAsync(Commit(Put("a", 1))).ConfigureAwait(false);
            await c.WriteAsync(Commit(Removed("a", 2))).ConfigureAwait(false);
            await c.HasDocumentsAsync("b 1").ConfigureAwait(false);
            await c.WriteAsync(Commit(Put("a", 0))).ConfigureAwait(false);
            await c.HasDocumentsAsync("a 1", "b 1").ConfigureAwait(false);
        });
        cases.Add("Erasing a candidate leaves the documents", async c =>
        {
            await c.WriteAsync(Commit(Change(Anna, 0)) with { Documents = [Put("a", 0)] }).ConfigureAwait(false);
            await c.EraseAsync(Anna, EraseScope.Everything).ConfigureAwait(false);
            await c.HasDocumentsAsync("a 1").ConfigureAwait(false);
        });
    }

    private static string Text(TenantDocument d) => $"{d.Key} r{d.Revision} {StateText.At(d.DueAt)} {d.Json}";

    private static async Task ReadsAsync(StoreExamination c, DocumentQuery query, params string[] names) =>
        c.Check.SameList(names, (await c.ReadDocumentsAsync(query).ConfigureAwait(false)).Select(d => d.Key.Name), "the documents");
}
