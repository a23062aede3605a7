using CandidateCrm.Storage;
using NodaTime;
using static CandidateCrm.Testing.Samples;

namespace CandidateCrm.Testing;

/// <summary>Effects that were claimed and given back without being tried.</summary>
internal static class HoldCases
{
    private static readonly Duration Hour = Duration.FromHours(1);

    internal static IReadOnlyList<ContractCase<StoreUnderTest>> All()
    {
        var cases = new StoreCases();
        AddHolds(cases);
        AddRefusals(cases);
        return cases.All;
    }

    private static void AddHolds(StoreCases cases)
    {
        cases.Add("A held effect is claimed again when it is time to look, and not before", async c =>
        {
            await c.WriteAsync(Wanting(Anna, 0, Want("a"))).ConfigureAwait(false);
            await HoldsAsync(c, c.Now + Hour).ConfigureAwait(false);
            c.Clock.Advance(Hour - Duration.FromMilliseconds(1));
            await c.ClaimsEffectsAsync().ConfigureAwait(false);
            c.Clock.Advance(Duration.FromMilliseconds(1));
            await c.ClaimsEffectsAsync("a").ConfigureAwait(false);
        });
        cases.Add("A hold is no attempt, however often; its code is kept and it is not parked", async c =>
        {
            await c.WriteAsync(Wanting(Anna, 0, Want("a"))).ConfigureAwait(false);
            var failed = await c.ClaimEffectAsync().ConfigureAwait(false);
            await c.Outbox.FailAsync(new EffectFailure { Lease = failed.Lease, Code = "mail.down", RetryAt = c.Now }, CancellationToken.None).ConfigureAwait(false);
            for (var look = 0; look < 3; look++)
            {
                await HoldsAsync(c, c.Now + Hour).ConfigureAwait(false);
                c.Clock.Advance(Hour);
            }

            var held = (await c.ClaimEffectAsync().ConfigureAwait(false)).Record;
            c.Check.Same("1 effect.paused", $"{held.Attempts} {held.LastError}", "attempts and code");
            c.Check.Same(false, held.Parked, "parked");
        });
        cases.Add("A held effect keeps the later ones of its candidate waiting, and of nobody else", async c =>
        {
            await c.WriteAsync(Wanting(Anna, 0, Want("a"), Want("later", Monday + Hour))).ConfigureAwait(false);
            await HoldsAsync(c, c.Now + Hour).ConfigureAwait(false);
            await c.WriteAsync(Wanting(Ben, 0, Want("b"))).ConfigureAwait(false);
            await c.ClaimsEffectsAsync("b").ConfigureAwait(false);
        });
        cases.Add("An effect that was held is finished like any other", async c =>
        {
            await c.WriteAsync(Wanting(Anna, 0, Want("a"), Want("later", Monday + Hour))).ConfigureAwait(false);
            await HoldsAsync(c, c.Now + Hour).ConfigureAwait(false);
            c.Clock.Advance(Hour);
            await OutboxCases.FinishAsync(c, await c.ClaimEffectAsync().ConfigureAwait(false), 1).ConfigureAwait(false);
            await c.ClaimsEffectsAsync("later").ConfigureAwait(false);
        });
    }

    private static void AddRefusals(StoreCases cases)
    {
        cases.Add("A hold that does not say when to look again is refused", async c =>
        {
            await c.WriteAsync(Wanting(Anna, 0, Want("a"))).ConfigureAwait(false);
            var claimed = await c.ClaimEffectAsync().ConfigureAwait(false);
            await c.Check.RefusesAsync<ArgumentException>(async () => await HoldAsync(c, claimed, lookAt: null).ConfigureAwait(false), "a hold without an end").ConfigureAwait(false);
            c.Check.Same(true, await HoldAsync(c, claimed, c.Now).ConfigureAwait(false), "held after that");
        });
        cases.Add("A hold under a lost lease changes nothing", async c =>
        {
            await c.WriteAsync(Wanting(Anna, 0, Want("a"))).ConfigureAwait(false);
            var lost = await c.ClaimEffectAsync().ConfigureAwait(false);
            c.Clock.Advance(Hour);
            var held = await c.ClaimEffectAsync().ConfigureAwait(false);
            c.Check.Same(false, await HoldAsync(c, lost, c.Now + Hour).ConfigureAwait(false), "held");
            c.Check.Same(true, await c.Outbox.RenewAsync(held.Lease, Hour, CancellationToken.None).ConfigureAwait(false), "the other lease good");
        });
    }

    private static async Task HoldsAsync(StoreExamination c, Instant lookAt) =>
        c.Check.Same(true, await HoldAsync(c, await c.ClaimEffectAsync().ConfigureAwait(false), lookAt).ConfigureAwait(false), "held");

    private static async Task<bool> HoldAsync(StoreExamination c, ClaimedEffect claimed, Instant? lookAt) =>
        await c.Outbox.FailAsync(new EffectFailure { Lease = claimed.Lease, Code = "effect.paused", IsAttempt = false, RetryAt = lookAt }, CancellationToken.None).ConfigureAwait(false);
}
