using CandidateCrm.Storage;
using NodaTime;
using static CandidateCrm.Testing.Samples;

namespace CandidateCrm.Testing;

internal static class EffectCases
{
    internal static IReadOnlyList<ContractCase<StoreUnderTest>> All()
    {
        var cases = new StoreCases();
        AddWanted(cases);
        AddOutcomes(cases);
        AddKeeping(cases);
        AddReading(cases);
        return cases.All;
    }

    private static void AddWanted(StoreCases cases)
    {
        cases.Add("A wanted effect is pending", async c =>
        {
            await c.WriteAsync(Wanting(Anna, 0, Want("x"))).ConfigureAwait(false);
            await c.HasEffectsAsync(Anna, "x Pending").ConfigureAwait(false);
        });
        cases.Add("An effect that is not wanted any more is cancelled and stays on record", async c =>
        {
            await c.WriteAsync(Wanting(Anna, 0, Want("x"))).ConfigureAwait(false);
            await c.WriteAsync(Wanting(Anna, 1, EffectChange.Unwanted(KeyOf("x")))).ConfigureAwait(false);
            await c.HasEffectsAsync(Anna, "x Cancelled").ConfigureAwait(false);
        });
        cases.Add("A cancelled effect that is wanted again is revived", async c =>
        {
            await c.WriteAsync(Wanting(Anna, 0, Want("x"))).ConfigureAwait(false);
            await c.WriteAsync(Wanting(Anna, 1, EffectChange.Unwanted(KeyOf("x")))).ConfigureAwait(false);
            await c.WriteAsync(Wanting(Anna, 2, Want("x"))).ConfigureAwait(false);
            await c.HasEffectsAsync(Anna, "x Pending").ConfigureAwait(false);
            await c.ClaimsEffectsAsync("x").ConfigureAwait(false);
        });
    }

    private static void AddOutcomes(StoreCases cases)
    {
        cases.Add("What was handed over and is not wanted any more is unfounded", async c =>
        {
            await c.WriteAsync(Wanting(Anna, 0, Want("x"), EffectChange.Became(KeyOf("x"), EffectOutcome.Done))).ConfigureAwait(false);
            await c.WriteAsync(Wanting(Anna, 1, EffectChange.Unwanted(KeyOf("x")))).ConfigureAwait(false);
            await c.HasEffectsAsync(Anna, "x Unfounded").ConfigureAwait(false);
        });
        cases.Add("What was handed over stays done when it is wanted again, and is not handed out twice", async c =>
        {
            await c.WriteAsync(Wanting(Anna, 0, Want("x"), EffectChange.Became(KeyOf("x"), EffectOutcome.Done))).ConfigureAwait(false);
            await c.WriteAsync(Wanting(Anna, 1, EffectChange.Unwanted(KeyOf("x")))).ConfigureAwait(false);
            await c.WriteAsync(Wanting(Anna, 2, Want("x"))).ConfigureAwait(false);
            await c.HasEffectsAsync(Anna, "x Done").ConfigureAwait(false);
            await c.ClaimsEffectsAsync().ConfigureAwait(false);
        });
        cases.Add("A skipped effect is not handed out", async c =>
        {
            await c.WriteAsync(Wanting(Anna, 0, Want("x"), EffectChange.Became(KeyOf("x"), EffectOutcome.Skipped))).ConfigureAwait(false);
            await c.HasEffectsAsync(Anna, "x Skipped").ConfigureAwait(false);
            await c.ClaimsEffectsAsync().ConfigureAwait(false);
        });
        cases.Add("A withheld effect is never handed out, also when it is wanted again", async c =>
        {
            await c.WriteAsync(Wanting(Anna, 0, EffectChange.ForTheRecord(EffectNamed("x")))).ConfigureAwait(false);
            await c.ClaimsEffectsAsync().ConfigureAwait(false);
            await c.WriteAsync(Wanting(Anna, 1, Want("x"))).ConfigureAwait(false);
            await c.HasEffectsAsync(Anna, "x Withheld").ConfigureAwait(false);
            await c.ClaimsEffectsAsync().ConfigureAwait(false);
        });
    }

    private static void AddKeeping(StoreCases cases)
    {
        cases.Add("An effect that is wanted twice is there once, brought up to date", async c =>
        {
            await c.WriteAsync(Wanting(Anna, 0, Want("x"))).ConfigureAwait(false);
            await c.WriteAsync(Wanting(Anna, 1, Want("x", Monday + Duration.FromHours(1)))).ConfigureAwait(false);
            await c.HasEffectsAsync(Anna, "x Pending").ConfigureAwait(false);
            var effects = await c.Store.ReadEffectsAsync(EffectQuery.Of(Anna), CancellationToken.None).ConfigureAwait(false);
            c.Check.Same(EffectNamed("x", Monday + Duration.FromHours(1)), effects[0].Effect, "the effect");
        });
        cases.Add("A change of an effect can be repeated without harm", async c =>
        {
            await c.WriteAsync(Wanting(Anna, 0, Want("x"), Want("x"), EffectChange.Unwanted(KeyOf("x")), EffectChange.Unwanted(KeyOf("x")), EffectChange.Unwanted(KeyOf("never")))).ConfigureAwait(false);
            await c.HasEffectsAsync(Anna, "x Cancelled").ConfigureAwait(false);
        });
    }

    private static void AddReading(StoreCases cases)
    {
        cases.Add("Effects come in ordinal order of their keys", async c =>
        {
            await c.WriteAsync(Wanting(Anna, 0, Want("b"), Want("a"), Want("B"), Want("aa"))).ConfigureAwait(false);
            await c.HasEffectsAsync(Anna, "B Pending", "a Pending", "aa Pending", "b Pending").ConfigureAwait(false);
        });
        cases.Add("Effects are read from an instant of intent on, that instant included, as they were last wanted", async c =>
        {
            var hour = Duration.FromHours(1);
            await c.WriteAsync(Wanting(Anna, 0, Want("d"), Want("c", Monday + hour), Want("b", Monday + hour + hour))).ConfigureAwait(false);
            await FromAsync(c, Monday, "b", "c", "d").ConfigureAwait(false);
            await FromAsync(c, Monday + hour, "b", "c").ConfigureAwait(false);
            await c.WriteAsync(Wanting(Anna, 1, Want("d", Monday + hour), Want("b", Monday), EffectChange.Unwanted(KeyOf("c")), Want("a", Monday + hour))).ConfigureAwait(false);
            await FromAsync(c, Monday + hour, "a", "c", "d").ConfigureAwait(false);
            await FromAsync(c, Monday + hour + Duration.FromTicks(10)).ConfigureAwait(false);
        });
        cases.Add("An effect that was handed over stays as it was then, and is found by the instant at which it is wanted now", async c =>
        {
            var hour = Duration.FromHours(1);
            await c.WriteAsync(Wanting(Anna, 0, Want("x"), EffectChange.Became(KeyOf("x"), EffectOutcome.Done))).ConfigureAwait(false);
            await c.WriteAsync(Wanting(Anna, 1, Want("x", Monday + hour))).ConfigureAwait(false);
            var effects = await c.Store.ReadEffectsAsync(EffectQuery.Of(Anna) with { From = Monday + hour }, CancellationToken.None).ConfigureAwait(false);
            c.Check.SameList([$"{StateText.At(Monday)} {StateText.At(Monday + hour)}"], effects.Select(e => $"{StateText.At(e.Effect.IntendedAt)} {StateText.At(e.WantedAt)}"), "intended and wanted");
        });
        cases.Add("Effects of another candidate or tenant are never seen", async c =>
        {
            await c.WriteAsync(Wanting(Anna, 0, Want("x"))).ConfigureAwait(false);
            await c.HasEffectsAsync(Ben).ConfigureAwait(false);
            await c.HasEffectsAsync(AnnaElsewhere).ConfigureAwait(false);
        });
        cases.Add("One key of an effect may stand at two candidates", async c =>
        {
            await c.WriteAsync(Wanting(Anna, 0, Want("x")), Wanting(Ben, 0, Want("x"))).ConfigureAwait(false);
            await c.WriteAsync(Wanting(Anna, 1, EffectChange.Unwanted(KeyOf("x")))).ConfigureAwait(false);
            await c.HasEffectsAsync(Anna, "x Cancelled").ConfigureAwait(false);
            await c.HasEffectsAsync(Ben, "x Pending").ConfigureAwait(false);
        });
    }

    private static async Task FromAsync(StoreExamination c, Instant from, params string[] names)
    {
        var effects = await c.Store.ReadEffectsAsync(EffectQuery.Of(Anna) with { From = from }, CancellationToken.None).ConfigureAwait(false);
        c.Check.SameList(names, effects.Select(e => e.Effect.Key.Subject), $"effects from {StateText.At(from)}");
    }
}
