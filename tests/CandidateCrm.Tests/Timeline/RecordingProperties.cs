using CandidateCrm.Fixtures;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Timeline;

public sealed class RecordingProperties
{
    private static readonly RelationshipEngine Engine = new();

    private static readonly Arbitrary<(TimelineEvent[] Events, int Seed)> Arrivals = Arb.From(
        Histories.Any.Generator.SelectMany(_ => Gen.Choose(0, 1_000_000), (events, seed) => (events, seed)),
        arrival => Histories.Any.Shrinker(arrival.events).Select(events => (events, arrival.seed)));

    [Fact]
    public void Whatever_the_order_of_arrival_the_relationship_ends_the_same() =>
        Check(async (crm, events, seed) =>
        {
            await TellAsync(crm, Shuffled(events, seed), runDueWork: seed % 2 == 0);

            await EqualsReplayAsync(crm, events);
        });

    [Fact]
    public void Everything_told_twice_is_the_same_as_told_once() =>
        Check(async (crm, events, seed) =>
        {
            await TellAsync(crm, Shuffled([.. events, .. events], seed), runDueWork: true);

            await EqualsReplayAsync(crm, events);
        });

    [Fact]
    public void An_import_in_pages_is_the_same_as_telling_one_by_one() =>
        Check(async (crm, events, seed) =>
        {
            var report = await crm.Acme.ImportAsync(
                Shuffled(events, seed).Select(CrmUnderTest.Told).ToAsyncEnumerable(), new ImportOptions { PageSize = (seed % 5) + 1 });

            Assert.Equal(events.Length, report.Progress.Recorded);
            await EqualsReplayAsync(crm, events);
        });

    [Fact]
    public void An_import_hands_nothing_over_and_leaves_nothing_behind() =>
        Check(async (crm, events, seed) =>
        {
            await crm.Acme.ImportAsync(Shuffled(events, seed).Select(CrmUnderTest.Told).ToAsyncEnumerable());
            await crm.Runner.DrainOutboxAsync();

            Assert.Empty(crm.Tasks);
            Assert.Empty(crm.Announced);
        });

    [Fact]
    public void No_effect_is_handed_over_twice_whatever_the_past_turns_out_to_be() =>
        Check(async (crm, events, seed) =>
        {
            foreach (var next in Shuffled(events, seed))
            {
                await crm.Acme.RecordAsync(CrmUnderTest.Told(next));
                await crm.Runner.RunDueWorkAsync();
                await crm.Runner.DrainOutboxAsync();
            }

            var keys = crm.Tasks.Select(t => t.Key).Concat(crm.Announced.Select(a => a.Key)).ToArray();
            Assert.Equal(keys.Distinct().Count(), keys.Length);
        });

    private static async Task TellAsync(CrmUnderTest crm, IEnumerable<TimelineEvent> events, bool runDueWork)
    {
        foreach (var next in events)
        {
            var recorded = await crm.Acme.RecordAsync(CrmUnderTest.Told(next));
            Assert.NotEqual(RecordStatus.Refused, recorded.Status);
            if (runDueWork)
            {
                await crm.Runner.RunDueWorkAsync();
            }
        }
    }

    /// <summary>State, derived events and effects on record are what a replay of the facts, and of the acts on record, makes.</summary>
    private static async Task EqualsReplayAsync(CrmUnderTest crm, TimelineEvent[] events)
    {
        await crm.Runner.RunDueWorkAsync();
        var now = crm.Clock.Now;
        var told = events.Select(e => e with { RecordedAt = now }).Concat((await crm.TimelineAsync()).Where(e => e.Class == EntryClass.Act));
        var replay = Engine.Replay(Histories.Anna, told, TestRules.Log, now);
        var stored = (await crm.Store.LoadAsync(RelationshipKeys.Of(Histories.Anna), default))[0];
        var settled = Engine.Advance(stored, now, TestRules.Log);
        Assert.Equal(StateText.Of(replay.Next), StateText.Of(settled.Next));

        var derived = (await crm.TimelineAsync()).Where(e => e.Class == EntryClass.Derived && !CorrectionNotice.Is(e)).Concat(settled.Derived).OrderBy(e => e.Place);
        Assert.Equal(replay.Derived.OrderBy(e => e.Place).Select(Line), derived.Select(Line));

        var effects = await crm.Store.ReadEffectsAsync(EffectQuery.Of(Histories.Anna), default);
        var made = effects.Where(e => e.Made && !CorrectionNotice.Is(e.Effect)).Select(e => e.Effect).Concat(settled.Effects);
        Assert.Equal(Keys(replay.Effects), Keys(made));
    }

    private static string Line(TimelineEvent e) => $"{e.OccurredAt} {e.Id} {e.Entry}";

    private static IEnumerable<string> Keys(IEnumerable<Effect> effects) =>
        effects.Select(e => $"{e.Key} at {e.IntendedAt}: {e.Intent}").Order(StringComparer.Ordinal);

    private static TimelineEvent[] Shuffled(TimelineEvent[] events, int seed)
    {
        var random = new System.Random(seed);
        return [.. events.Select(e => (e, random.Next())).OrderBy(p => p.Item2).Select(p => p.e)];
    }

    private static void Check(Func<CrmUnderTest, TimelineEvent[], int, Task> check) =>
        Prop.ForAll(Arrivals, arrival =>
        {
            var crm = new CrmUnderTest();
            check(crm, arrival.Events, arrival.Seed).GetAwaiter().GetResult();
            crm.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }).Check(Tries.Of(150));
}
