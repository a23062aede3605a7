using CandidateCrm.Storage;
using static CandidateCrm.Testing.Samples;

namespace CandidateCrm.Testing;

internal static class ListCases
{
    internal static IReadOnlyList<ContractCase<StoreUnderTest>> All()
    {
        var cases = new StoreCases();
        AddOrder(cases);
        AddEdges(cases);
        AddKeeping(cases);
        return cases.All;
    }

    private static void AddOrder(StoreCases cases)
    {
        cases.Add("Rows are sorted by sort value, candidate and item, texts ordinally", async c =>
        {
            await c.WriteAsync(
                Listing(Key("b"), 0, Row(Key("b"), 5, "z"), Row(Key("b"), 5, "Z"), Row(Key("b"), -1, "late")),
                Listing(Key("B"), 0, Row(Key("B"), 5, "m")),
                Listing(Key("a"), 0, Row(Key("a"), 5, "n"), Row(Key("a"), 7, "o"))).ConfigureAwait(false);
            await PageAsync(c, "-1 b late", "5 B m", "5 a n", "5 b Z", "5 b z", "7 a o").ConfigureAwait(false);
        });
        cases.Add("Pages follow each other by key", async c =>
        {
            await WriteFiveAsync(c).ConfigureAwait(false);
            var first = await c.QueryAsync(Acme, max: 2).ConfigureAwait(false);
            c.Check.SameList(["1", "2"], first.Select(r => r.Item), "the first page");
            var second = await c.QueryAsync(Acme, after: first[^1], max: 2).ConfigureAwait(false);
            c.Check.SameList(["3", "4"], second.Select(r => r.Item), "the second page");
            var third = await c.QueryAsync(Acme, after: second[^1], max: 2).ConfigureAwait(false);
            c.Check.SameList(["5"], third.Select(r => r.Item), "the third page");
            var end = await c.QueryAsync(Acme, after: third[^1], max: 2).ConfigureAwait(false);
            c.Check.SameList([], end.Select(r => r.Item), "the end");
        });
        cases.Add("A page skips and repeats nothing when rows before it come and go", async c =>
        {
            await WriteFiveAsync(c).ConfigureAwait(false);
            await c.WriteAsync(Listing(Ben, 0, Row(Ben, 1, "other"))).ConfigureAwait(false);
            var first = await c.QueryAsync(Acme, max: 3).ConfigureAwait(false);
            c.Check.SameList(["1", "other", "2"], first.Select(r => r.Item), "the first page");
            await c.WriteAsync(Listing(Ben, 1)).ConfigureAwait(false);
            var second = await c.QueryAsync(Acme, after: first[^1], max: 3).ConfigureAwait(false);
            c.Check.SameList(["3", "4", "5"], second.Select(r => r.Item), "the second page");
        });
    }

    private static void AddEdges(StoreCases cases)
    {
        cases.Add("A page begins after a row that is gone", async c =>
        {
            await WriteFiveAsync(c).ConfigureAwait(false);
            var rest = await c.QueryAsync(Acme, after: Row(Anna, 3, "2.5")).ConfigureAwait(false);
            c.Check.SameList(["3", "4", "5"], rest.Select(r => r.Item), "after a row that is not there");
        });
        cases.Add("A bound on the sort value includes it", async c =>
        {
            await WriteFiveAsync(c).ConfigureAwait(false);
            var rows = await c.QueryAsync(Acme, upTo: 3).ConfigureAwait(false);
            c.Check.SameList(["1", "2", "3"], rows.Select(r => r.Item), "up to 3");
        });
        cases.Add("A descending list is read from its end, page by page", async c =>
        {
            await c.WriteAsync(Listing(Anna, 0, Row(Anna, 1, "a"), Row(Anna, 5, "z"), Row(Anna, 5, "Z")), Listing(Ben, 0, Row(Ben, 5, "m"), Row(Ben, 9, "n"))).ConfigureAwait(false);
            await DescendsAsync(c, FromEnd, "n", "m", "z", "Z", "a").ConfigureAwait(false);
            await DescendsAsync(c, FromEnd with { Max = 2 }, "n", "m").ConfigureAwait(false);
            await DescendsAsync(c, FromEnd with { Max = 2, After = Row(Ben, 5, "m") }, "z", "Z").ConfigureAwait(false);
            await DescendsAsync(c, FromEnd with { Max = 2, After = Row(Anna, 5, "Y") }, "a").ConfigureAwait(false);
            await DescendsAsync(c, FromEnd with { After = Row(Anna, 1, "a") }).ConfigureAwait(false);
        });
        cases.Add("A bound on the sort value includes it also where the list descends", async c =>
        {
            await WriteFiveAsync(c).ConfigureAwait(false);
            await DescendsAsync(c, FromEnd with { UpTo = 3 }, "3", "2", "1").ConfigureAwait(false);
            await DescendsAsync(c, FromEnd with { UpTo = 3, After = Row(Anna, 4, "4") }, "3", "2", "1").ConfigureAwait(false);
            await DescendsAsync(c, FromEnd with { UpTo = 3, After = Row(Anna, 2, "2") }, "1").ConfigureAwait(false);
            await DescendsAsync(c, FromEnd with { UpTo = 0 }).ConfigureAwait(false);
            await DescendsAsync(c, FromEnd with { UpTo = long.MaxValue, Max = 1 }, "5").ConfigureAwait(false);
        });
    }

    private static void AddKeeping(StoreCases cases)
    {
        cases.Add("A commit replaces all rows of its candidate and no others", async c =>
        {
            await c.WriteAsync(Listing(Anna, 0, Row(Anna, 1, "a"), Row(Anna, 2, "b")), Listing(Ben, 0, Row(Ben, 1, "c"))).ConfigureAwait(false);
            await c.WriteAsync(Listing(Anna, 1, Row(Anna, 2, "b"), Row(Anna, 3, "d"))).ConfigureAwait(false);
            await PageAsync(c, "1 ben c", "2 anna b", "3 anna d").ConfigureAwait(false);
            await c.WriteAsync(Change(Anna, 2)).ConfigureAwait(false);
            await PageAsync(c, "1 ben c").ConfigureAwait(false);
        });
        cases.Add("Rows of another tenant are never read", async c =>
        {
            await c.WriteAsync(Listing(Anna, 0, Row(Anna, 1, "a"))).ConfigureAwait(false);
            await c.HasRowsAsync(AnnaElsewhere).ConfigureAwait(false);
        });
        cases.Add("Lists are apart", async c =>
        {
            await c.WriteAsync(Listing(Anna, 0, Row(Anna, 1, "a"), Row(Anna, 0, index: IndexNames.Candidates))).ConfigureAwait(false);
            await PageAsync(c, "1 anna a").ConfigureAwait(false);
            var candidates = await c.Index.QueryAsync(new IndexQuery { Tenant = Acme, Index = IndexNames.Candidates }, CancellationToken.None).ConfigureAwait(false);
            c.Check.SameList(["anna"], candidates.Select(r => r.Candidate.Value), "candidates");
        });
        cases.Add("Sort values keep their whole range", async c =>
        {
            await c.WriteAsync(Listing(Anna, 0, Row(Anna, long.MaxValue, "last"), Row(Anna, long.MinValue, "first"), Row(Anna, 0, "middle"))).ConfigureAwait(false);
            await c.HasRowsAsync(Anna, "first", "middle", "last").ConfigureAwait(false);
        });
    }

    private static IndexQuery FromEnd => new() { Tenant = Acme, Index = IndexNames.Promises, Descending = true };

    private static async Task DescendsAsync(StoreExamination c, IndexQuery query, params string[] items) =>
        c.Check.SameList(items, (await c.QueryAsync(query).ConfigureAwait(false)).Select(r => r.Item), "from the end");

    private static Task WriteFiveAsync(StoreExamination c) =>
        c.WriteAsync(Listing(Anna, 0, [.. Enumerable.Range(1, 5).Select(i => Row(Anna, i, $"{i}"))]));

    private static async Task PageAsync(StoreExamination c, params string[] rows) =>
        c.Check.SameList(rows, (await c.QueryAsync(Acme).ConfigureAwait(false)).Select(r => $"{r.Sort} {r.Candidate} {r.Item}"), "the rows");
}
