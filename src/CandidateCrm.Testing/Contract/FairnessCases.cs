using CandidateCrm.Candidates;
using CandidateCrm.Storage;
using static CandidateCrm.Testing.Samples;

namespace CandidateCrm.Testing;

internal static class FairnessCases
{
    private static readonly string[] Tenants = ["a", "b", "c"];

    internal static IReadOnlyList<ContractCase<StoreUnderTest>> All()
    {
        var cases = new StoreCases();
        cases.Add("A tenant with many alarms leaves room for the others", async c =>
        {
            await FillAsync(c, ("a", 40), ("b", 1), ("c", 1)).ConfigureAwait(false);
            var claimed = (await c.ClaimAlarmsAsync(10).ConfigureAwait(false)).Select(l => l.Relationship.Tenant.Value).ToArray();
            c.Check.Holds(claimed.Contains("b") && claimed.Contains("c"), "an alarm of b and of c among ten", string.Join(", ", claimed));
        });
        cases.Add("No tenant gets more than a fifth of the alarms while others wait", async c =>
        {
            await FillAsync(c, ("a", 20), ("b", 20), ("c", 20)).ConfigureAwait(false);
            var claimed = await c.ClaimAlarmsAsync(10).ConfigureAwait(false);
            Check(c, claimed.Select(l => l.Relationship.Tenant.Value));
        });
        cases.Add("No tenant gets more than a fifth of the outbox while others wait", async c =>
        {
            await FillAsync(c, ("a", 20), ("b", 20), ("c", 20)).ConfigureAwait(false);
            var claimed = await c.ClaimEffectsAsync(10).ConfigureAwait(false);
            Check(c, claimed.Select(e => e.Record.Relationship.Tenant.Value));
        });
        cases.Add("No tenant gets more than a fifth of the documents while others wait", async c =>
        {
            foreach (var tenant in Tenants)
            {
                await c.WriteAsync(Commit([.. Enumerable.Range(0, 20).Select(i => Put(Document($"d{i}", c.Now, TenantId.From(tenant)), 0))])).ConfigureAwait(false);
            }

            var claimed = await c.ClaimDocumentsAsync(10).ConfigureAwait(false);
            Check(c, claimed.Select(d => d.Document.Key.Tenant.Value));
        });
        AddTurns(cases);
        return cases.All;
    }

    private static void AddTurns(StoreCases cases)
    {
        cases.Add("A tenant alone gets all that it asks for", async c =>
        {
            await FillAsync(c, ("a", 20)).ConfigureAwait(false);
            c.Check.Same(10, (await c.ClaimAlarmsAsync(10).ConfigureAwait(false)).Length, "the number of alarms");
            c.Check.Same(10, (await c.ClaimEffectsAsync(10).ConfigureAwait(false)).Length, "the number of effects");
        });
        cases.Add("Tenants take turns from claim to claim", async c =>
        {
            await FillAsync(c, ("a", 4), ("b", 4), ("c", 4)).ConfigureAwait(false);
            var served = new List<string>();
            for (var i = 0; i < 6; i++)
            {
                served.AddRange((await c.ClaimAlarmsAsync(1).ConfigureAwait(false)).Select(l => l.Relationship.Tenant.Value));
            }

            c.Check.SameList(["a 2", "b 2", "c 2"], served.GroupBy(t => t, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}"), "turns");
        });
    }

    private static void Check(StoreExamination c, IEnumerable<string> tenants)
    {
        var most = tenants.GroupBy(t => t, StringComparer.Ordinal).Select(g => g.Count()).DefaultIfEmpty(0).Max();
        c.Check.Holds(most is >= 1 and <= 2, "at most 2 of 10 for one tenant, and some for each", $"{most} for one");
    }

    private static async Task FillAsync(StoreExamination c, params (string Tenant, int Candidates)[] tenants)
    {
        foreach (var (tenant, candidates) in tenants)
        {
            var keys = Enumerable.Range(0, candidates).Select(i => new RelationshipKey(TenantId.From(tenant), CandidateId.From($"c{i}")));
            await c.WriteAsync([.. keys.Select(k => Waking(k, 0, c.Now) with { Effects = [EffectChange.Wanted(EffectNamed("x"))] })]).ConfigureAwait(false);
        }
    }
}
