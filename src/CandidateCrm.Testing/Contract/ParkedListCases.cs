using CandidateCrm.Storage;
using NodaTime;
using static CandidateCrm.Testing.Samples;

namespace CandidateCrm.Testing;

internal static class ParkedListCases
{
    internal static IReadOnlyList<ContractCase<StoreUnderTest>> All()
    {
        var cases = new StoreCases();
        AddRows(cases);
        AddOthers(cases);
        AddPages(cases);
        return cases.All;
    }

    private static void AddRows(StoreCases cases)
    {
        cases.Add("A parked row says which queue, whose, what, how often it failed, and why", async c =>
        {
            await c.ParkFactsAsync(Anna, "a").ConfigureAwait(false);
            await c.ParkEffectAsync(Anna, "x").ConfigureAwait(false);
            var rows = await c.ListAsync(Acme).ConfigureAwait(false);
            c.Check.Same(2, rows.Count, "the number of rows");
            c.Check.Same(new ParkedRow { Queue = ParkedQueue.Inbox, Relationship = Anna, Attempts = 1, LastError = "store.down" }, rows[0], "the facts");
            c.Check.Same(new ParkedRow { Queue = ParkedQueue.Outbox, Relationship = Anna, Item = KeyOf("x").ToString(), Attempts = 1, LastError = "mail.down" }, rows[1], "the effect");
        });
        cases.Add("Parked rows come the inbox first, then by candidate, in ordinal order", async c =>
        {
            foreach (var candidate in (string[])["b", "B", "a-1", "a"])
            {
                await c.ParkEffectAsync(Key(candidate), "x").ConfigureAwait(false);
                await c.ParkFactsAsync(Key(candidate), $"fact-{candidate}").ConfigureAwait(false);
            }

            string[] ordered = ["B", "a", "a-1", "b"];
            await c.HasParkedAsync([.. ordered.Select(o => $"facts of {o}"), .. ordered.Select(o => $"{KeyOf("x")} of {o}")]).ConfigureAwait(false);
        });
        cases.Add("Only what is parked is listed: nothing that waits, is held, is finished or is not wanted", async c =>
        {
            await c.AppendAsync(Fact(Anna, "a"), Fact(Ben, "b")).ConfigureAwait(false);
            await c.FailsAsync((await c.ClaimBatchesAsync(candidates: 1).ConfigureAwait(false))[0], c.Now + Duration.FromHours(1)).ConfigureAwait(false);
            await c.ParkEffectAsync(Ben, "cancelled").ConfigureAwait(false);
            await c.ParkEffectAsync(Cleo, "given-up").ConfigureAwait(false);
            await c.WriteAsync(Wanting(Anna, 0, Want("waits")), Wanting(Ben, 1, EffectChange.Unwanted(KeyOf("cancelled")))).ConfigureAwait(false);
            await c.WriteAsync(Wanting(Cleo, 1, EffectChange.Became(KeyOf("given-up"), EffectOutcome.Skipped))).ConfigureAwait(false);
            await c.HasParkedAsync().ConfigureAwait(false);
        });
    }

    private static void AddOthers(StoreCases cases)
    {
        cases.Add("A parked effect that was not wanted for a while is parked still", async c =>
        {
            await c.ParkEffectAsync(Anna, "x").ConfigureAwait(false);
            await c.WriteAsync(Wanting(Anna, 1, EffectChange.Unwanted(KeyOf("x")))).ConfigureAwait(false);
            await c.WriteAsync(Wanting(Anna, 2, Want("x"))).ConfigureAwait(false);
            await c.HasParkedAsync($"{KeyOf("x")} of anna").ConfigureAwait(false);
            await c.ClaimsEffectsAsync().ConfigureAwait(false);
        });
        cases.Add("Parked rows of another tenant are never listed", async c =>
        {
            await c.ParkFactsAsync(AnnaElsewhere, "a").ConfigureAwait(false);
            await c.ParkEffectAsync(AnnaElsewhere, "x").ConfigureAwait(false);
            await c.HasParkedAsync().ConfigureAwait(false);
            c.Check.Same(2, (await c.ListAsync(Globex).ConfigureAwait(false)).Count, "the number of rows of the other tenant");
        });
        cases.Add("An erased candidate has no parked rows", async c =>
        {
            await c.ParkFactsAsync(Anna, "a").ConfigureAwait(false);
            await c.ParkEffectAsync(Anna, "x").ConfigureAwait(false);
            await c.EraseAsync(Anna, EraseScope.Everything).ConfigureAwait(false);
            await c.HasParkedAsync().ConfigureAwait(false);
        });
    }

    private static void AddPages(StoreCases cases)
    {
        cases.Add("Parked rows are paged by key: each once, whatever the size of a page", async c =>
        {
            string[] all = await ParkManyAsync(c).ConfigureAwait(false);
            foreach (var size in (int[])[1, 2, 3, 100])
            {
                var read = new List<ParkedRow>();
                for (var page = await c.ListAsync(Acme, max: size).ConfigureAwait(false); page.Count > 0; page = await c.ListAsync(Acme, page[^1], size).ConfigureAwait(false))
                {
                    c.Check.Holds(page.Count <= size, $"at most {size} rows", $"{page.Count}");
                    read.AddRange(page);
                }

                c.Check.SameList(all, read.Select(ParkedSteps.Text), $"the rows in pages of {size}");
            }
        });
        cases.Add("A page of parked rows skips and repeats nothing when rows before it go", async c =>
        {
            string[] all = await ParkManyAsync(c).ConfigureAwait(false);
            var first = await c.ListAsync(Acme, max: 4).ConfigureAwait(false);
            foreach (var row in first)
            {
                await c.RedrivesAsync(row).ConfigureAwait(false);
            }

            var rest = await c.ListAsync(Acme, first[^1]).ConfigureAwait(false);
            c.Check.SameList(all.Skip(4), rest.Select(ParkedSteps.Text), "the rest");
        });
    }

    /// <summary>Parks facts of three candidates and effects of two, of one of them several.</summary>
    private static async Task<string[]> ParkManyAsync(StoreExamination c)
    {
        foreach (var key in new[] { Cleo, Ben, Anna })
        {
            await c.ParkFactsAsync(key, $"f-{key.Candidate}").ConfigureAwait(false);
        }

        await c.ParkEffectAsync(Ben, "x").ConfigureAwait(false);
        foreach (var (name, revision) in new (string, long)[] { ("c", 0), ("b", 1), ("a", 2) })
        {
            await c.WriteAsync(Wanting(Anna, revision, EffectChange.Wanted(EffectNamed(name, Monday - Duration.FromHours((int)revision))))).ConfigureAwait(false);
            var claimed = await c.ClaimEffectAsync().ConfigureAwait(false);
            await c.Outbox.FailAsync(new EffectFailure { Lease = claimed.Lease, Code = "mail.down", RetryAt = null }, CancellationToken.None).ConfigureAwait(false);
        }

        return
        [
            "facts of anna", "facts of ben", "facts of cleo",
            $"{KeyOf("a")} of anna", $"{KeyOf("b")} of anna", $"{KeyOf("c")} of anna", $"{KeyOf("x")} of ben",
        ];
    }
}
