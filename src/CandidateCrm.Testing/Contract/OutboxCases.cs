using CandidateCrm.Storage;
using NodaTime;
using static CandidateCrm.Testing.Samples;

namespace CandidateCrm.Testing;

internal static class OutboxCases
{
    private static readonly Duration Hour = Duration.FromHours(1);

    internal static IReadOnlyList<ContractCase<StoreUnderTest>> All()
    {
        var cases = new StoreCases();
        AddClaims(cases);
        AddTurns(cases);
        AddFailures(cases);
        return cases.All;
    }

    private static void AddClaims(StoreCases cases)
    {
        cases.Add("A pending effect is claimed with its record and the store's clock", async c =>
        {
            await c.WriteAsync(Wanting(Anna, 0, Want("x"))).ConfigureAwait(false);
            var claim = await c.Outbox.ClaimAsync(new ClaimRequest(), CancellationToken.None).ConfigureAwait(false);
            c.Check.Same(c.Now, claim.Now, "the store's clock");
            c.Check.Same(1, claim.Effects.Length, "the number of effects");
            c.Check.Same(Anna, claim.Effects[0].Record.Relationship, "the relationship");
            c.Check.Same(EffectNamed("x"), claim.Effects[0].Record.Effect, "the effect");
            c.Check.Same(KeyOf("x").ToString(), claim.Effects[0].Lease.Effect, "the lease on");
        });
        cases.Add("Effects of several candidates are claimed oldest first", async c =>
        {
            await c.WriteAsync(Wanting(Anna, 0, Want("a", Monday + Hour)), Wanting(Ben, 0, Want("b", Monday)), Wanting(Cleo, 0, Want("c", Monday + Hour + Hour))).ConfigureAwait(false);
            await c.ClaimsEffectsAsync("b", "a", "c").ConfigureAwait(false);
        });
    }

    private static void AddTurns(StoreCases cases)
    {
        cases.Add("Of one candidate only the oldest unfinished effect is claimed", async c =>
        {
            await c.WriteAsync(Wanting(Anna, 0, Want("a", Monday + Hour), Want("b", Monday))).ConfigureAwait(false);
            var first = await c.ClaimEffectAsync().ConfigureAwait(false);
            c.Check.Same("b", first.Record.Effect.Key.Subject, "first");
            await c.ClaimsEffectsAsync().ConfigureAwait(false);
            await FinishAsync(c, first, 1).ConfigureAwait(false);
            await c.ClaimsEffectsAsync("a").ConfigureAwait(false);
        });
        cases.Add("Effects that were intended at one instant go by their keys", async c =>
        {
            await c.WriteAsync(Wanting(Anna, 0, Want("b"), Want("a"))).ConfigureAwait(false);
            await FinishAsync(c, await c.ClaimEffectAsync().ConfigureAwait(false), 1).ConfigureAwait(false);
            await c.HasEffectsAsync(Anna, "a Done", "b Pending").ConfigureAwait(false);
        });
        cases.Add("A cancelled effect is not claimed and keeps nobody waiting", async c =>
        {
            await c.WriteAsync(Wanting(Anna, 0, Want("a"), Want("b"))).ConfigureAwait(false);
            await c.WriteAsync(Wanting(Anna, 1, EffectChange.Unwanted(KeyOf("a")))).ConfigureAwait(false);
            await c.ClaimsEffectsAsync("b").ConfigureAwait(false);
        });
        cases.Add("A claim of the outbox takes at most as many as asked", async c =>
        {
            await c.WriteAsync(Wanting(Anna, 0, Want("a")), Wanting(Ben, 0, Want("b")), Wanting(Cleo, 0, Want("c"))).ConfigureAwait(false);
            c.Check.Same(2, (await c.ClaimEffectsAsync(2).ConfigureAwait(false)).Length, "the number claimed");
        });
    }

    private static void AddFailures(StoreCases cases)
    {
        cases.Add("A failed effect is claimed again at its next attempt and not before", async c =>
        {
            await FailAsync(c, c.Now + Hour).ConfigureAwait(false);
            c.Clock.Advance(Hour - Duration.FromMilliseconds(1));
            await c.ClaimsEffectsAsync().ConfigureAwait(false);
            c.Clock.Advance(Duration.FromMilliseconds(1));
            await c.ClaimsEffectsAsync("a").ConfigureAwait(false);
        });
        cases.Add("A failure is counted and its code kept", async c =>
        {
            await FailAsync(c, c.Now).ConfigureAwait(false);
            var again = await c.ClaimEffectAsync().ConfigureAwait(false);
            c.Check.Same(1, again.Record.Attempts, "attempts");
            c.Check.Same("mail.down", again.Record.LastError, "the error");
        });
        cases.Add("A failed effect keeps the later ones of its candidate waiting, and of nobody else", async c =>
        {
            await FailAsync(c, c.Now + Hour).ConfigureAwait(false);
            await c.WriteAsync(Wanting(Anna, 1, Want("later", Monday + Hour)), Wanting(Ben, 0, Want("b"))).ConfigureAwait(false);
            await c.ClaimsEffectsAsync("b").ConfigureAwait(false);
        });
        cases.Add("A parked effect is not claimed", async c =>
        {
            await FailAsync(c, retryAt: null).ConfigureAwait(false);
            c.Clock.Advance(Duration.FromDays(30));
            await c.ClaimsEffectsAsync().ConfigureAwait(false);
            var effects = await c.Store.ReadEffectsAsync(EffectQuery.Of(Anna), CancellationToken.None).ConfigureAwait(false);
            c.Check.Same(true, effects[0].Parked, "parked");
        });
        cases.Add("A failure under a lost lease is not recorded", async c =>
        {
            await c.WriteAsync(Wanting(Anna, 0, Want("a"))).ConfigureAwait(false);
            var lost = await c.ClaimEffectAsync().ConfigureAwait(false);
            c.Clock.Advance(Hour);
            await c.ClaimEffectAsync().ConfigureAwait(false);
            c.Check.Same(false, await FailAsync(c, lost, c.Now).ConfigureAwait(false), "recorded");
            var effects = await c.Store.ReadEffectsAsync(EffectQuery.Of(Anna), CancellationToken.None).ConfigureAwait(false);
            c.Check.Same(0, effects[0].Attempts, "attempts");
        });
    }

    internal static Task FinishAsync(StoreExamination c, ClaimedEffect claimed, long revision) =>
        c.WriteAsync(Finishing(claimed, revision));

    internal static CrmCommit Finishing(ClaimedEffect claimed, long revision) =>
        Commit(Wanting(claimed.Record.Relationship, revision, EffectChange.Became(claimed.Record.Effect.Key, EffectOutcome.Done))) with { Lease = claimed.Lease };

    private static async Task FailAsync(StoreExamination c, Instant? retryAt)
    {
        await c.WriteAsync(Wanting(Anna, 0, Want("a"))).ConfigureAwait(false);
        c.Check.Same(true, await FailAsync(c, await c.ClaimEffectAsync().ConfigureAwait(false), retryAt).ConfigureAwait(false), "recorded");
    }

    private static async Task<bool> FailAsync(StoreExamination c, ClaimedEffect claimed, Instant? retryAt) =>
        await c.Outbox.FailAsync(new EffectFailure { Lease = claimed.Lease, Code = "mail.down", RetryAt = retryAt }, CancellationToken.None).ConfigureAwait(false);
}
