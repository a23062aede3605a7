using System.Collections.Concurrent;
using CandidateCrm.Candidates;
using static CandidateCrm.Testing.Samples;

namespace CandidateCrm.Testing;

internal static class InboxTurnCases
{
    private const int AtOnce = 8;

    internal static IReadOnlyList<ContractCase<StoreUnderTest>> All()
    {
        var cases = new StoreCases();
        AddTenants(cases);
        AddConcurrency(cases);
        return cases.All;
    }

    private static void AddTenants(StoreCases cases)
    {
        cases.Add("A tenant that floods the inbox leaves room for the others", async c =>
        {
            await FillAsync(c, ("a", 40), ("b", 1), ("c", 1)).ConfigureAwait(false);
            var claimed = await TenantsAsync(c, 10).ConfigureAwait(false);
            c.Check.Holds(claimed.Contains("b") && claimed.Contains("c"), "a batch of b and of c among ten", string.Join(", ", claimed));
        });
        cases.Add("No tenant gets more than a fifth of the inbox while others wait", async c =>
        {
            await FillAsync(c, ("a", 20), ("b", 20), ("c", 20)).ConfigureAwait(false);
            var most = (await TenantsAsync(c, 10).ConfigureAwait(false)).GroupBy(t => t, StringComparer.Ordinal).Select(g => g.Count()).DefaultIfEmpty(0).Max();
            c.Check.Holds(most is 1 or 2, "at most 2 of 10 for one tenant, and some for each", $"{most} for one");
        });
        cases.Add("A tenant alone gets all of the inbox that it asks for", async c =>
        {
            await FillAsync(c, ("a", 20)).ConfigureAwait(false);
            c.Check.Same(10, (await TenantsAsync(c, 10).ConfigureAwait(false)).Length, "the number of batches");
        });
        cases.Add("Tenants take turns at the inbox from claim to claim", async c =>
        {
            await FillAsync(c, ("a", 4), ("b", 4), ("c", 4)).ConfigureAwait(false);
            var served = new List<string>();
            for (var i = 0; i < 6; i++)
            {
                served.AddRange(await TenantsAsync(c, 1).ConfigureAwait(false));
            }

            c.Check.SameList(["a 2", "b 2", "c 2"], served.GroupBy(t => t, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}"), "turns");
        });
    }

    private static void AddConcurrency(StoreCases cases)
    {
        cases.Add("Eight claimers of the inbox never get the same candidate", async c =>
        {
            var keys = Enumerable.Range(0, 64).Select(i => Key($"many-{i}")).ToArray();
            await c.AppendAsync([.. keys.Select(k => Fact(k, k.Candidate.Value))]).ConfigureAwait(false);
            var claimed = new ConcurrentBag<string>();
            await AllAsync(async _ =>
            {
                for (var some = await c.ClaimBatchesAsync(3).ConfigureAwait(false); some.Length > 0; some = await c.ClaimBatchesAsync(3).ConfigureAwait(false))
                {
                    Array.ForEach([.. some.Select(b => b.Lease.Relationship.Candidate.Value)], claimed.Add);
                }
            }).ConfigureAwait(false);
            c.Check.SameList(keys.Select(k => k.Candidate.Value).Order(StringComparer.Ordinal), claimed.Order(StringComparer.Ordinal), "each candidate once");
        });
        cases.Add("Eight at once hand in facts of one candidate while others claim: none is lost, none comes twice, each one's order stays", async c =>
        {
            var taken = new ConcurrentQueue<string>();
            await AllAsync(async i => await (i < AtOnce / 2 ? AppendManyAsync(c, i) : TakeManyAsync(c, taken)).ConfigureAwait(false)).ConfigureAwait(false);
            await TakeManyAsync(c, taken).ConfigureAwait(false);
            foreach (var writer in Enumerable.Range(0, AtOnce / 2))
            {
                c.Check.SameList(Enumerable.Range(100, 50).Select(n => $"{writer}-{n}"), taken.Where(id => id.StartsWith($"{writer}-", StringComparison.Ordinal)), "one writer's facts");
            }
        });
    }

    private static async Task AppendManyAsync(StoreExamination c, int writer)
    {
        for (var n = 100; n < 150; n++)
        {
            await c.AppendAsync(Fact(Anna, $"{writer}-{n}")).ConfigureAwait(false);
        }
    }

    private static async Task TakeManyAsync(StoreExamination c, ConcurrentQueue<string> taken)
    {
        for (var idle = 0; idle < 20; idle++)
        {
            foreach (var batch in await c.ClaimBatchesAsync(facts: 7).ConfigureAwait(false))
            {
                idle = 0;
                Array.ForEach([.. batch.Facts.Select(f => f.Id.Value)], taken.Enqueue);
                await c.CompletesAsync(batch).ConfigureAwait(false);
            }

            await Task.Yield();
        }
    }

    private static Task AllAsync(Func<int, Task> work) => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(i => Task.Run(() => work(i))));

    private static async Task<string[]> TenantsAsync(StoreExamination c, int candidates) =>
        [.. (await c.ClaimBatchesAsync(candidates).ConfigureAwait(false)).Select(b => b.Lease.Relationship.Tenant.Value)];

    private static async Task FillAsync(StoreExamination c, params (string Tenant, int Candidates)[] tenants)
    {
        foreach (var (tenant, candidates) in tenants)
        {
            var keys = Enumerable.Range(0, candidates).Select(i => new RelationshipKey(TenantId.From(tenant), CandidateId.From($"c{i}")));
            await c.AppendAsync([.. keys.Select(k => Fact(k, k.Candidate.Value))]).ConfigureAwait(false);
        }
    }
}
