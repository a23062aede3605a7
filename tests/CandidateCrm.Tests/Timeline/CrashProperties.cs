using CandidateCrm.Fixtures;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Tests.Timeline;

/// <summary>A process that dies at any call of its store, before or after the call took effect, and comes back, has lost and doubled nothing.</summary>
public sealed class CrashProperties
{
    private static readonly Arbitrary<TimelineEvent[]> Short = Arb.From(
        Histories.Any.Generator.Select(events => events.Take(4).ToArray()), Histories.Any.Shrinker);

    [Fact]
    public void A_crash_before_any_call_of_the_store_changes_nothing_in_the_end() => Check(afterTheCall: false);

    [Fact]
    public void An_answer_lost_after_any_call_of_the_store_changes_nothing_in_the_end() => Check(afterTheCall: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_store_that_writes_a_commit_in_two_parts_is_seen(bool afterTheCall) =>
        Assert.Contains(Short.Generator.Sample(30, new Rnd(17), 50), events =>
        {
            try
            {
                Survives(events, afterTheCall, clock => new TornStore(clock));
                return false;
            }
            catch (Xunit.Sdk.XunitException)
            {
                return true;
            }
        });

    private static void Check(bool afterTheCall) =>
        Prop.ForAll(Short, events => Survives(events, afterTheCall, clock => new DyingStore(clock))).Check(Tries.Of(12));

    private static void Survives(TimelineEvent[] events, bool afterTheCall, Func<IClock, DyingStore> make)
    {
        var undisturbed = Run(events, failingCall: 0, afterTheCall, make);
        for (var call = 1; call <= undisturbed.Calls; call++)
        {
            var disturbed = Run(events, call, afterTheCall, make);
            Assert.Equal(undisturbed.Text, disturbed.Text);
            Assert.InRange(disturbed.HandedOver, undisturbed.HandedOver, undisturbed.HandedOver + 1);
        }
    }

    private static Ending Run(TimelineEvent[] events, int failingCall, bool afterTheCall, Func<IClock, DyingStore> make) =>
        RunAsync(events, failingCall, afterTheCall, make).GetAwaiter().GetResult();

    private static async Task<Ending> RunAsync(TimelineEvent[] events, int failingCall, bool afterTheCall, Func<IClock, DyingStore> make)
    {
        DyingStore? store = null;
        await using var crm = new CrmUnderTest(more =>
        {
            more.Services.Configure<OutboxOptions>(o => o.TaskGrace = Duration.FromDays(365));
            more.UseStore(clock => store = make(clock));
        });
        _ = crm.Store;
        store!.Arm(failingCall, afterTheCall, staysDead: false);
        foreach (var next in events)
        {
            await UntilDoneAsync(crm, async () => await crm.Acme.RecordAsync(CrmUnderTest.Told(next)));
            await UntilDoneAsync(crm, async () => await crm.Runner.RunDueWorkAsync());
            await UntilDoneAsync(crm, async () => await crm.Runner.DrainOutboxAsync());
        }

        await UntilDoneAsync(crm, async () => await crm.Acme.ImportAsync(events.Select(CrmUnderTest.Told).ToAsyncEnumerable()));
        var calls = store.Calls;
        return new Ending(await TextAsync(crm), calls, crm.Tasks.Count + crm.Announced.Count);
    }

    /// <summary>Does it again after a crash, once the leases of the dead process have run out.</summary>
    private static async Task UntilDoneAsync(CrmUnderTest crm, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (StoreLostException)
        {
            crm.Clock.Now += Duration.FromHours(1);
            await work();
        }
    }

    private static async Task<string> TextAsync(CrmUnderTest crm)
    {
        await ReplayCheck.EqualsReplayAsync(crm, Histories.Anna.Candidate);
        var anna = (await crm.Store.LoadAsync(RelationshipKeys.Of(Histories.Anna), default))[0];
        var timeline = await crm.TimelineAsync();
        var effects = await crm.Store.ReadEffectsAsync(EffectQuery.Of(Histories.Anna), default);
        return string.Join(
            Environment.NewLine,
            timeline.Where(e => !CorrectionNotice.Is(e)).Select(e => e.Class == EntryClass.Act ? $"{e.Id} {e.Entry}" : ReplayCheck.Line(e)).Order(StringComparer.Ordinal)
                .Concat(effects.Where(e => !CorrectionNotice.Is(e.Effect)).Select(e => $"{e.Effect.Key} {e.State}"))
                .Append(StateText.Of(anna with { Cursor = TimelinePlace.Start, ToldAtCheckpoint = 0 }))
                .Concat(crm.Tasks.Select(t => t.Key).Concat(crm.Announced.Select(a => a.Key)).Select(k => k.ToString()).Distinct().Order(StringComparer.Ordinal)));
    }

    private sealed record Ending(string Text, int Calls, int HandedOver);
}
