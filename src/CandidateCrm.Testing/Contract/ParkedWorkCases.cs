using CandidateCrm.Storage;
using NodaTime;
using static CandidateCrm.Testing.Samples;

namespace CandidateCrm.Testing;

internal static class ParkedWorkCases
{
    internal static IReadOnlyList<ContractCase<StoreUnderTest>> All()
    {
        var cases = new StoreCases();
        AddRedriving(cases);
        AddRedrivingAgain(cases);
        AddDropping(cases);
        AddGivingUp(cases);
        return cases.All;
    }

    private static void AddRedriving(StoreCases cases)
    {
        cases.Add("A parked effect that is redriven is tried again at once, with attempts counted from none", async c =>
        {
            await c.ParkEffectAsync(Anna, "x").ConfigureAwait(false);
            await c.RedrivesAsync(await c.ParkedRowAsync().ConfigureAwait(false)).ConfigureAwait(false);
            await c.HasParkedAsync().ConfigureAwait(false);
            var claimed = await c.ClaimEffectAsync().ConfigureAwait(false);
            c.Check.Same("x 0 attempts", $"{claimed.Record.Effect.Key.Subject} {claimed.Record.Attempts} attempts", "the effect");
            c.Check.Same(false, claimed.Record.Parked, "parked");
        });
        cases.Add("A redriven effect leaves room for the later ones of its candidate once it is finished", async c =>
        {
            await c.ParkEffectAsync(Anna, "x").ConfigureAwait(false);
            await c.WriteAsync(Wanting(Anna, 1, Want("later", Monday + Duration.FromHours(1)))).ConfigureAwait(false);
            await c.ClaimsEffectsAsync().ConfigureAwait(false);
            await c.RedrivesAsync(await c.ParkedRowAsync().ConfigureAwait(false)).ConfigureAwait(false);
            await OutboxCases.FinishAsync(c, await c.ClaimEffectAsync().ConfigureAwait(false), 2).ConfigureAwait(false);
            await c.ClaimsEffectsAsync("later").ConfigureAwait(false);
        });
        cases.Add("Parked facts that are redriven are claimed at once in their order, with attempts counted from none", async c =>
        {
            await c.ParkFactsAsync(Anna, "a", "b").ConfigureAwait(false);
            await c.AppendAsync(Fact(Anna, "c")).ConfigureAwait(false);
            await c.RedrivesAsync(await c.ParkedRowAsync().ConfigureAwait(false)).ConfigureAwait(false);
            await c.HasParkedAsync().ConfigureAwait(false);
            var batch = await c.ClaimBatchAsync().ConfigureAwait(false);
            c.Check.Same("anna: a, b, c", InboxSteps.Text(batch), "the batch");
            c.Check.Same(0, batch.Attempts, "attempts");
        });
    }

    private static void AddRedrivingAgain(StoreCases cases)
    {
        cases.Add("What is not parked is not redriven", async c =>
        {
            await c.ParkFactsAsync(Anna, "a").ConfigureAwait(false);
            await c.ParkEffectAsync(Anna, "x").ConfigureAwait(false);
            foreach (var row in await c.ListAsync(Acme).ConfigureAwait(false))
            {
                await c.RedrivesAsync(row).ConfigureAwait(false);
                await c.RedrivesAsync(row, answer: false).ConfigureAwait(false);
                await c.RedrivesAsync(row with { Relationship = Ben }, answer: false).ConfigureAwait(false);
                await c.RedrivesAsync(row with { Relationship = AnnaElsewhere }, answer: false).ConfigureAwait(false);
            }
        });
        cases.Add("A redriven row that fails again is parked again", async c =>
        {
            await c.ParkFactsAsync(Anna, "a").ConfigureAwait(false);
            await c.RedrivesAsync(await c.ParkedRowAsync().ConfigureAwait(false)).ConfigureAwait(false);
            await c.FailsAsync(await c.ClaimBatchAsync().ConfigureAwait(false), retryAt: null).ConfigureAwait(false);
            c.Check.Same(1, (await c.ParkedRowAsync().ConfigureAwait(false)).Attempts, "attempts");
        });
    }

    private static void AddDropping(StoreCases cases)
    {
        cases.Add("Dropping a parked inbox row removes the waiting facts of the candidate, for good, and of nobody else", async c =>
        {
            await c.ParkFactsAsync(Anna, "a", "b").ConfigureAwait(false);
            var row = await c.ParkedRowAsync().ConfigureAwait(false);
            await c.AppendAsync(Fact(Anna, "c"), Fact(Ben, "d")).ConfigureAwait(false);
            await c.DropsAsync(row).ConfigureAwait(false);
            await c.HasParkedAsync().ConfigureAwait(false);
            await c.ClaimsBatchesAsync("ben: d").ConfigureAwait(false);
            await c.DropsAsync(row, answer: false).ConfigureAwait(false);
        });
        cases.Add("After a drop new facts of the candidate wait as if nothing had failed", async c =>
        {
            await c.ParkFactsAsync(Anna, "a").ConfigureAwait(false);
            await c.DropsAsync(await c.ParkedRowAsync().ConfigureAwait(false)).ConfigureAwait(false);
            await c.AppendAsync(Fact(Anna, "b")).ConfigureAwait(false);
            var batch = await c.ClaimBatchAsync().ConfigureAwait(false);
            c.Check.Same("anna: b 0", $"{InboxSteps.Text(batch)} {batch.Attempts}", "the batch and its attempts");
        });
        cases.Add("Facts that are not parked are not dropped", async c =>
        {
            await c.ParkFactsAsync(Anna, "a").ConfigureAwait(false);
            var row = await c.ParkedRowAsync().ConfigureAwait(false);
            await c.DropsAsync(row with { Relationship = AnnaElsewhere }, answer: false).ConfigureAwait(false);
            await c.RedrivesAsync(row).ConfigureAwait(false);
            await c.DropsAsync(row, answer: false).ConfigureAwait(false);
            await c.ClaimsBatchesAsync("anna: a").ConfigureAwait(false);
        });
    }

    private static void AddGivingUp(StoreCases cases)
    {
        cases.Add("An effect is not dropped by itself", async c =>
        {
            await c.ParkEffectAsync(Anna, "x").ConfigureAwait(false);
            var row = await c.ParkedRowAsync().ConfigureAwait(false);
            await c.Check.RefusesAsync<ArgumentException>(async () => await c.Parked.DropAsync(row, CancellationToken.None).ConfigureAwait(false), "an effect").ConfigureAwait(false);
            await c.HasParkedAsync($"{KeyOf("x")} of anna").ConfigureAwait(false);
            await c.HasEffectsAsync(Anna, "x Pending").ConfigureAwait(false);
        });
        cases.Add("A parked effect that the commit of an act gives up lets the later ones through", async c =>
        {
            await c.ParkEffectAsync(Anna, "x").ConfigureAwait(false);
            await c.WriteAsync(Wanting(Anna, 1, Want("later", Monday + Duration.FromHours(1)))).ConfigureAwait(false);
            await c.WriteAsync(Wanting(Anna, 2, EffectChange.Became(KeyOf("x"), EffectOutcome.Skipped)) with { Append = [Act(Anna, "given-up")] }).ConfigureAwait(false);
            await c.HasParkedAsync().ConfigureAwait(false);
            await c.ClaimsEffectsAsync("later").ConfigureAwait(false);
        });
    }
}
