using CandidateCrm.Candidates;
using CandidateCrm.Fixtures;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Timeline;

/// <summary>Late facts are replayed from the nearest checkpoint strictly before their instant, or, where none is kept, from the beginning.</summary>
public sealed class LateFactProperties
{
    private static readonly Arbitrary<(TimelineEvent[] Events, int Seed)> Lines = Arb.From(
        FoldCase.Long.Generator.SelectMany(_ => Gen.Choose(0, 1_000_000), (one, seed) => (one.Events.Where(e => e.Entry is IFact and not FactsRetracted).ToArray(), seed)));

    [Fact]
    public void Facts_that_come_late_at_the_instants_of_checkpoints_end_in_the_replay() =>
        Prop.ForAll(Lines, one => RunAsync(one.Events, one.Seed, more: null).GetAwaiter().GetResult()).Check(Tries.Of(60));

    [Fact]
    public void A_checkpoint_at_the_instant_of_a_late_fact_is_too_late_and_seen() =>
        Assert.Contains(Lines.Generator.Sample(100, new Rnd(17), 50), one =>
        {
            try
            {
                RunAsync(one.Item1, one.Item2, more => more.UseStore<LoadsAtTheInstant>()).GetAwaiter().GetResult();
                return false;
            }
            catch (Exception error) when (error is Xunit.Sdk.XunitException or InvalidOperationException)
            {
                return true;
            }
        });

    [Fact]
    public async Task A_fact_older_than_the_oldest_checkpoint_that_is_kept_is_replayed_from_the_beginning()
    {
        await using var crm = new CrmUnderTest(more => more.UseStore<CheckpointWatch>());
        var watch = (CheckpointWatch)crm.Store;
        for (var i = 0; i < 80; i++)
        {
            await crm.HappenAsync($"e-{i:D2}", Histories.Start + Duration.FromHours(i), new TouchpointRecorded { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound });
        }

        var oldest = await OldestAsync(crm);
        Assert.True(oldest.Told > 40, "The checkpoints of the first forty facts have made room.");

        watch.Loaded.Clear();
        var late = await crm.Acme.RecordAsync(CrmUnderTest.Fact("late", Histories.Start + Duration.FromMinutes(90), new CandidateFound { Source = SourceCode.From("fair") }));
        Assert.Equal((RecordStatus.Recorded, 81L), (late.Status, late.Relationship!.Told));
        Assert.Equal([null], watch.Loaded);
        await ReplayCheck.EqualsReplayAsync(crm, Histories.Anna.Candidate);

        // The replay kept its own; the next late fact at the end needs no whole replay.
        watch.Loaded.Clear();
        await crm.Acme.RecordAsync(CrmUnderTest.Fact("later", Histories.Start + Duration.FromMinutes((60 * 78) + 30), new CandidateFound { Source = SourceCode.From("fair") }));
        Assert.True(Assert.Single(watch.Loaded) is { Told: > 60 });
        await ReplayCheck.EqualsReplayAsync(crm, Histories.Anna.Candidate);
    }

    private static async Task<Relationship> OldestAsync(CrmUnderTest crm)
    {
        Relationship? oldest = null;
        for (var place = TimelinePlace.Alarm(FoldCase.End); await crm.Store.LoadCheckpointAsync(Histories.Anna, place, default) is { } kept; place = kept.Cursor)
        {
            oldest = kept;
        }

        return oldest!;
    }

    private static async Task RunAsync(TimelineEvent[] events, int seed, Action<CandidateCrmBuilder>? more)
    {
        var random = new Random(seed);
        await using var crm = new CrmUnderTest(more);
        foreach (var next in events.OrderBy(e => e.Place))
        {
            await crm.Acme.RecordAsync(CrmUnderTest.Told(next));
        }

        // Whatever is told late stands at the instant of a checkpoint, before or after what is there, or right beside it.
        for (var i = 0; i < 6; i++)
        {
            var place = TimelinePlace.Alarm(events[random.Next(events.Length)].OccurredAt);
            var at = (await crm.Store.LoadCheckpointAsync(Histories.Anna, place, default))?.Cursor.At ?? place.At;
            var late = events[random.Next(events.Length)] with
            {
                Id = EventId.From($"{(random.Next(2) == 0 ? "a" : "z")}{i}"),
                OccurredAt = Instant.Max(Histories.Start, at + Duration.FromTicks(10 * random.Next(-1, 2))),
                SourceOrder = random.Next(0, 3),
            };
            Assert.Equal(RecordStatus.Recorded, (await crm.Acme.RecordAsync(CrmUnderTest.Told(late))).Status);
        }

        await crm.Runner.RunDueWorkAsync();
        await ReplayCheck.EqualsReplayAsync(crm, Histories.Anna.Candidate);
    }

    /// <summary>Is broken on purpose: loads a checkpoint that stands before a place, at its very instant.</summary>
    private sealed class LoadsAtTheInstant(InMemoryCrmStore inner) : StoreAround(inner)
    {
        public override ValueTask<Relationship?> LoadCheckpointAsync(RelationshipKey key, TimelinePlace before, CancellationToken cancellationToken) =>
            base.LoadCheckpointAsync(key, TimelinePlace.Alarm(before.At), cancellationToken);
    }

    private sealed class CheckpointWatch(InMemoryCrmStore inner) : StoreAround(inner)
    {
        internal List<Relationship?> Loaded { get; } = [];

        public override async ValueTask<Relationship?> LoadCheckpointAsync(RelationshipKey key, TimelinePlace before, CancellationToken cancellationToken)
        {
            var loaded = await base.LoadCheckpointAsync(key, before, cancellationToken);
            Loaded.Add(loaded);
            return loaded;
        }
    }
}
