using CandidateCrm.Storage;
using NodaTime;
using static CandidateCrm.Testing.Samples;

namespace CandidateCrm.Testing;

internal static class OutboxLeaseCases
{
    internal static IReadOnlyList<ContractCase<StoreUnderTest>> All()
    {
        var cases = new StoreCases();
        AddFinishing(cases);
        AddHolding(cases);
        AddRaces(cases);
        return cases.All;
    }

    private static void AddFinishing(StoreCases cases)
    {
        cases.Add("An effect is finished by the commit under its lease", async c =>
        {
            var claimed = await ClaimAsync(c).ConfigureAwait(false);
            await OutboxCases.FinishAsync(c, claimed, 1).ConfigureAwait(false);
            await c.HasEffectsAsync(Anna, "x Done").ConfigureAwait(false);
            c.Clock.Advance(Duration.FromHours(1));
            await c.ClaimsEffectsAsync().ConfigureAwait(false);
        });
        cases.Add("The lease on a finished effect is lost", async c =>
        {
            var claimed = await ClaimAsync(c).ConfigureAwait(false);
            await OutboxCases.FinishAsync(c, claimed, 1).ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.LeaseLost, OutboxCases.Finishing(claimed, 2)).ConfigureAwait(false);
            c.Check.Same(false, await RenewAsync(c, claimed).ConfigureAwait(false), "renewed");
        });
    }

    private static void AddHolding(StoreCases cases)
    {
        cases.Add("A claimed effect is not claimed again while its lease holds", async c =>
        {
            await ClaimAsync(c).ConfigureAwait(false);
            c.Clock.Advance(Duration.FromSeconds(59));
            await c.ClaimsEffectsAsync().ConfigureAwait(false);
        });
        cases.Add("An effect whose lease ran out is claimed again under a higher fence", async c =>
        {
            var first = await ClaimAsync(c).ConfigureAwait(false);
            c.Clock.Advance(Duration.FromMinutes(1));
            var second = await c.ClaimEffectAsync().ConfigureAwait(false);
            c.Check.Holds(second.Lease.Fence > first.Lease.Fence, $"a fence above {first.Lease.Fence}", $"{second.Lease.Fence}");
        });
        cases.Add("A commit under the lost lease of an effect writes nothing", async c =>
        {
            var lost = await ClaimAsync(c).ConfigureAwait(false);
            c.Clock.Advance(Duration.FromMinutes(1));
            var holder = await c.ClaimEffectAsync().ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.LeaseLost, OutboxCases.Finishing(lost, 1)).ConfigureAwait(false);
            await c.HasEffectsAsync(Anna, "x Pending").ConfigureAwait(false);
            await OutboxCases.FinishAsync(c, holder, 1).ConfigureAwait(false);
        });
        cases.Add("A renewed lease on an effect holds from now on", async c =>
        {
            var claimed = await ClaimAsync(c).ConfigureAwait(false);
            c.Clock.Advance(Duration.FromSeconds(50));
            c.Check.Same(true, await RenewAsync(c, claimed).ConfigureAwait(false), "renewed");
            c.Clock.Advance(Duration.FromSeconds(50));
            await c.ClaimsEffectsAsync().ConfigureAwait(false);
            c.Clock.Advance(Duration.FromSeconds(10));
            await c.ClaimsEffectsAsync("x").ConfigureAwait(false);
        });
    }

    private static void AddRaces(StoreCases cases)
    {
        cases.Add("A commit that finishes an effect again is replayed by its act", async c =>
        {
            var claimed = await ClaimAsync(c).ConfigureAwait(false);
            var commit = OutboxCases.Finishing(claimed, 1);
            commit = commit with { Relationships = [commit.Relationships[0] with { Append = [Act(Anna, "x-done")] }] };
            await c.WriteAsync(commit).ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.Replayed, commit).ConfigureAwait(false);
        });
        cases.Add("What was handed over while it was cancelled is unfounded", async c =>
        {
            var claimed = await ClaimAsync(c).ConfigureAwait(false);
            await c.WriteAsync(Wanting(Anna, 1, EffectChange.Unwanted(KeyOf("x")))).ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.RevisionConflict, OutboxCases.Finishing(claimed, 1)).ConfigureAwait(false);
            await OutboxCases.FinishAsync(c, claimed, 2).ConfigureAwait(false);
            await c.HasEffectsAsync(Anna, "x Unfounded").ConfigureAwait(false);
        });
    }

    private static async Task<ClaimedEffect> ClaimAsync(StoreExamination c)
    {
        await c.WriteAsync(Wanting(Anna, 0, Want("x"))).ConfigureAwait(false);
        return await c.ClaimEffectAsync().ConfigureAwait(false);
    }

    private static async Task<bool> RenewAsync(StoreExamination c, ClaimedEffect claimed) =>
        await c.Outbox.RenewAsync(claimed.Lease, Duration.FromMinutes(1), CancellationToken.None).ConfigureAwait(false);
}
