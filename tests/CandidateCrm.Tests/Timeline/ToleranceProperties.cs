using CandidateCrm.Charter;
using CandidateCrm.Fixtures;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Timeline;

/// <summary>An event may be up to five minutes ahead of the clock: then it is as late as the event says. Further ahead it is refused.</summary>
public sealed class ToleranceProperties
{
    private static readonly RelationshipEngine Engine = new();
    private static readonly long Most = Duration.FromMinutes(5).BclCompatibleTicks / 10;

    private static readonly Arbitrary<(TimelineEvent[] Events, int Seed)> Cases = Arb.From(
        Histories.Any.Generator.SelectMany(_ => Gen.Choose(0, 1_000_000), (events, seed) => (events, seed)),
        pair => Histories.Any.Shrinker(pair.events).Select(events => (events, pair.seed)));

    [Fact]
    public void An_event_within_the_tolerance_moves_now_up_to_it_and_every_alarm_before_it_has_rung()
    {
        var rung = 0;
        Prop.ForAll(Cases, one => AheadAsync(one.Events, new Random(one.Seed), () => rung++).GetAwaiter().GetResult()).Check(Tries.Of(150));

        Assert.True(rung >= 30, $"An alarm rang between the clock and the event {rung} times.");
    }

    [Fact]
    public void An_event_a_microsecond_beyond_the_tolerance_is_refused_and_moves_nothing() =>
        Prop.ForAll(Cases, one => BeyondAsync(one.Events).GetAwaiter().GetResult()).Check(Tries.Of(40));

    private static async Task AheadAsync(TimelineEvent[] events, Random random, Action onAlarm)
    {
        await using var crm = new CrmUnderTest();
        await LiveAsync(crm, events);
        var anna = await crm.AnnaAsync();
        var before = await crm.TimelineAsync();

        // The clock stands a little before the next alarm, and the event a little after it, where there is one.
        var ahead = random.NextInt64(1, Most + 1);
        var back = random.NextInt64(0, ahead);
        crm.Clock.Now = Instant.Max(crm.Clock.Now, (anna.NextChangeAt ?? crm.Clock.Now) - Micros(back));
        var at = crm.Clock.Now + Micros(ahead);
        Assert.Equal(RecordStatus.Recorded, (await crm.Acme.RecordAsync(CrmUnderTest.Fact("ahead", at, Reply))).Status);

        var told = before.Where(e => e.Class != EntryClass.Derived).Append(Histories.Event("ahead", at, Reply));
        var replay = Engine.Replay(Histories.Anna, told, TestRules.Log, at - Duration.FromTicks(10));
        var stored = (await crm.Store.LoadAsync(RelationshipKeys.Of(Histories.Anna), default))[0];
        Assert.Equal(StateText.Of(replay.Next), StateText.Of(stored));
        Assert.Equal(replay.Derived.OrderBy(e => e.Place).Select(ReplayCheck.Line), (await crm.TimelineAsync()).Where(e => e.Class == EntryClass.Derived).Select(ReplayCheck.Line));
        Assert.Equal(at, stored.Cursor.At);
        if (anna.NextChangeAt is { } alarm && alarm > crm.Clock.Now && alarm < at)
        {
            onAlarm();
            var due = (anna.Charter?.Promises ?? []).Where(p => p.State == PromiseState.Open && p.DueAt == alarm).Select(p => p.Key);
            var broken = (await crm.TimelineAsync()).Where(e => e.Entry is PromiseBroken && e.OccurredAt == alarm && !e.Cause.IsAssigned).Select(e => ((PromiseBroken)e.Entry).Promise);
            Assert.Empty(due.Except(broken));
        }

        // Workers before and after the clock has caught up change nothing of it.
        await crm.Runner.RunDueWorkAsync();
        Assert.Equal(StateText.Of(stored), StateText.Of((await crm.Store.LoadAsync(RelationshipKeys.Of(Histories.Anna), default))[0]));
        crm.Clock.Now += Duration.FromDays(30);
        await crm.Runner.RunDueWorkAsync();
        await ReplayCheck.EqualsReplayAsync(crm, Histories.Anna.Candidate);
    }

    private static async Task BeyondAsync(TimelineEvent[] events)
    {
        await using var crm = new CrmUnderTest();
        await LiveAsync(crm, events);
        var before = StateText.Of(await crm.AnnaAsync());
        var lines = (await crm.TimelineAsync()).Select(ReplayCheck.Line).ToArray();
        var refused = await crm.Acme.RecordAsync(CrmUnderTest.Fact("ahead", crm.Clock.Now + Micros(Most + 1), Reply));

        Assert.Equal((RecordStatus.Refused, FindingCodes.EventInFuture), (refused.Status, refused.Refusal!.Code));
        Assert.Equal(before, StateText.Of(await crm.AnnaAsync()));
        Assert.Equal(lines, (await crm.TimelineAsync()).Select(ReplayCheck.Line));
        Assert.Equal(RecordStatus.Recorded, (await crm.Acme.RecordAsync(CrmUnderTest.Fact("ahead", crm.Clock.Now + Micros(Most), Reply))).Status);
    }

    private static async Task LiveAsync(CrmUnderTest crm, TimelineEvent[] events)
    {
        foreach (var next in events.OrderBy(e => e.Place))
        {
            crm.Clock.Now = next.OccurredAt;
            await crm.Acme.RecordAsync(CrmUnderTest.Told(next));
        }
    }

    private static TouchpointRecorded Reply { get; } = new() { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound };

    private static Duration Micros(long count) => Duration.FromTicks(10 * count);
}
