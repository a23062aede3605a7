using CandidateCrm.Fixtures;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Tests.Timeline;

/// <summary>What is handed over while the past is corrected: between two effects, and in the very moment of handing one over.</summary>
public sealed class CorrectedEffectsProperties
{
    private static readonly Arbitrary<(FoldCase Case, int Seed)> Cases = Arb.From(
        FoldCase.WithRetractions.Generator.SelectMany(_ => Gen.Choose(0, 1_000_000), (one, seed) => (one, seed)),
        pair => FoldCase.WithRetractions.Shrinker(pair.one).Select(one => (one, pair.seed)));

    [Fact]
    public void Nothing_is_handed_over_twice_nothing_stays_behind_and_the_record_is_the_replay_whatever_is_corrected_when() =>
        Prop.ForAll(Cases, one => Fault(one, more: null)).Check(Tries.Of(150));

    [Fact]
    public void The_cases_hold_corrections_in_the_moment_of_handing_over()
    {
        var told = Cases.Generator.Sample(60, new Rnd(17), 50).Select(one =>
        {
            var count = 0;
            RunAsync(one, more: null, () => count++).GetAwaiter().GetResult();
            return count;
        });

        Assert.True(told.Count(count => count > 0) >= 20);
    }

    [Fact]
    public void An_early_outcome_that_is_forgotten_is_seen() => Seen<ForgetsEarlyOutcomes>();

    [Fact]
    public void A_derived_event_that_is_not_retracted_is_seen() => Seen<ForgetsRetractions>();

    [Fact]
    public void An_effect_that_stays_wanted_is_seen() => Seen<ForgetsUnwanted>();

    private static void Seen<TStore>()
        where TStore : StoreAround =>
        Assert.Contains(Cases.Generator.Sample(400, new Rnd(17), 50), one =>
        {
            try
            {
                Fault(one, more => more.UseStore<TStore>());
                return false;
            }
            catch (Exception error) when (error is Xunit.Sdk.XunitException or InvalidOperationException)
            {
                return true;
            }
        });

    private static void Fault((FoldCase Case, int Seed) one, Action<CandidateCrmBuilder>? more) => RunAsync(one, more, () => { }).GetAwaiter().GetResult();

    private static async Task RunAsync((FoldCase Case, int Seed) one, Action<CandidateCrmBuilder>? more, Action onCorrection)
    {
        var random = new Random(one.Seed);
        await using var crm = new CrmUnderTest(builder =>
        {
            // In some cases tasks are too late, and skipped.
            builder.Services.Configure<OutboxOptions>(o => o.TaskGrace = one.Seed % 4 == 0 ? Duration.FromDays(1) : Duration.FromDays(365));
            more?.Invoke(builder);
        });
        var waiting = new Queue<TimelineEvent>(one.Case.Events.Where(e => e.Entry is IFact).OrderBy(_ => random.Next()));
        crm.OnTask = _ => Correct();
        crm.OnAnnounced = _ => Correct();
        while (waiting.TryDequeue(out var next))
        {
            await TellAsync(next);
            if (random.Next(3) > 0)
            {
                await crm.Runner.RunDueWorkAsync();
            }

            if (random.Next(2) > 0)
            {
                await crm.Runner.DrainOutboxAsync();
            }
        }

        await crm.Runner.RunDueWorkAsync();
        await crm.Runner.DrainOutboxAsync();
        if (await crm.Acme.FindAsync(Histories.Anna.Candidate) is not null)
        {
            await ReplayCheck.EqualsReplayAsync(crm, Histories.Anna.Candidate);
        }

        var effects = await crm.Store.ReadEffectsAsync(EffectQuery.Of(Histories.Anna), default);
        Assert.DoesNotContain(effects, e => e.State == EffectState.Pending);
        var keys = crm.Tasks.Select(t => t.Key).Concat(crm.Announced.Select(a => a.Key)).ToArray();
        Assert.Equal(keys.Distinct().Count(), keys.Length);

        async Task TellAsync(TimelineEvent fact) =>
            Assert.NotEqual(RecordStatus.Refused, (await crm.Acme.RecordAsync(CrmUnderTest.Told(fact) with { Batch = fact.Batch })).Status);

        // The host is told, and at the same time somebody says what really happened.
        void Correct()
        {
            if (random.Next(2) == 0 && waiting.TryDequeue(out var fact))
            {
                onCorrection();
                TellAsync(fact).GetAwaiter().GetResult();
            }
        }
    }
}
