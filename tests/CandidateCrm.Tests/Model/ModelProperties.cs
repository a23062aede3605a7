using System.Text;
using CandidateCrm.Candidates;
using CandidateCrm.Fixtures;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Model;

/// <summary>
/// Random sequences of what hosts, workers, clocks, publishers and crashes do to a whole CRM with two processes and two tenants. Whatever the
/// sequence: what is on record is what a replay of the facts makes.
/// </summary>
public sealed class ModelProperties
{
    [Fact]
    public void Whatever_happens_in_whatever_order_the_record_is_what_a_replay_of_the_facts_makes() =>
        Check(ModelCase.Any, 150, async (world, steps) =>
        {
            await world.LiveAsync(steps);
            await ModelCheck.EqualsReplayAsync(world, isTouched: false);

            await world.DrainAsync();
            await ModelCheck.EqualsReplayAsync(world, isTouched: false);
            await ModelCheck.NothingIsLostAsync(world);

            await TouchEverybodyAsync(world);
            await ModelCheck.EqualsReplayAsync(world, isTouched: true);
            ModelCheck.NothingTwice(world);
            ModelCheck.NothingUnlessLive(world);
            await ModelCheck.TheFeedTellsAllAsync(world);
        });

    [Fact]
    public void After_every_single_step_the_record_is_what_a_replay_makes() =>
        Check(ModelCase.Any, 60, async (world, steps) =>
        {
            var revisions = new Dictionary<RelationshipKey, long>();
            foreach (var step in steps)
            {
                await world.LiveAsync([step]);
                await ModelCheck.WrittenUnderTheNewestRulesAsync(world, revisions);
                await ModelCheck.EqualsReplayAsync(world, isTouched: false);
                ModelCheck.NothingTwice(world);
                ModelCheck.NothingUnlessLive(world);
            }
        });

    [Fact]
    public void Whatever_happens_at_the_very_same_time_on_two_processes_ends_the_same() =>
        Check(ModelCase.Telling, 60, async (world, steps) =>
        {
            await world.LiveTogetherAsync(steps, atOnce: 6);
            await world.DrainAsync();
            await ModelCheck.EqualsReplayAsync(world, isTouched: true);
            await ModelCheck.NothingIsLostAsync(world);
            ModelCheck.NothingTwice(world);
            await ModelCheck.TheFeedTellsAllAsync(world);
        });

    [Fact]
    public void Between_two_alarms_nothing_changes_and_many_short_waits_are_one_long_one() =>
        Check(ModelCase.Calm, 60, async (world, steps) =>
        {
            await world.LiveAsync(steps);
            await world.DrainAsync();
            foreach (var (tenant, person) in ModelCheck.Everybody(world))
            {
                if (await world.Reader.Crm.For(tenant.Id).FindAsync(person) is { } now)
                {
                    await NothingChangesUntilAsync(world, tenant, now);
                    await ManyAreOneAsync(world, tenant, now);
                }
            }
        });

    [Fact]
    public void One_tenant_never_sees_anything_of_another() =>
        Check(ModelCase.Calm, 50, async (world, steps) =>
        {
            await StaysApartAsync(world, steps);
        });

    [Theory]
    [InlineData(nameof(Leak.Rows))]
    [InlineData(nameof(Leak.Findings))]
    [InlineData(nameof(Leak.Rules))]
    public async Task A_store_that_leaks_from_one_tenant_to_the_other_is_seen(string leak)
    {
        foreach (var one in ModelCase.Calm.Generator.Sample(60, new Rnd(17), 100))
        {
            await using var world = await ModelWorld.BeginAsync();
            world.Leaks = Enum.Parse<Leak>(leak);
            if (await Record.ExceptionAsync(() => StaysApartAsync(world, one.Steps)) is not null)
            {
                return;
            }
        }

        Assert.Fail($"Nobody saw the leak of {leak}.");
    }

    [Fact]
    public void A_feature_that_fails_now_and_then_changes_nothing_of_the_others()
    {
        FlakyReaction.Failures = 0;
        Check(ModelCase.Any, 60, FlakyReaction.Engine, async (world, steps) =>
        {
            await world.LiveAsync(steps);
            await world.DrainAsync();
            await TouchEverybodyAsync(world);
            foreach (var (tenant, person) in ModelCheck.Everybody(world))
            {
                var key = new RelationshipKey(tenant.Id, person);
                if (await ModelCheck.StoredAsync(world, key) is { } stored)
                {
                    var timeline = await ModelCheck.TimelineAsync(world, key);
                    var replay = ModelCheck.Replay(tenant, key, timeline, Instant.Max(world.Clock.Now, stored.Cursor.At));
                    var found = (await world.Reader.Crm.For(tenant.Id).FindAsync(person))!;
                    Assert.Equal(SlicesOf(replay.Next), SlicesOf(found));
                    var settled = FlakyReaction.Engine().Settled(stored, Instant.Max(world.Clock.Now, stored.Cursor.At), tenant.Log);
                    Assert.Equal(
                        replay.Derived.Select(Line).Order(StringComparer.Ordinal),
                        timeline.Where(e => e.Class == EntryClass.Derived && !CorrectionNotice.Is(e)).Concat(settled.Derived)
                            .Where(e => e.Entry is not FindingNoted { Code: FindingCodes.FeatureFaulted or FlakyReaction.Said }).Select(Line).Order(StringComparer.Ordinal));
                }
            }

            ModelCheck.NothingTwice(world);
        });
        Assert.True(FlakyReaction.Failures > 0);
    }

    [Fact]
    public async Task The_sequences_reach_what_they_are_meant_to_reach()
    {
        var reached = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var one in ModelCase.Any.Generator.Sample(60, new Rnd(17), 60))
        {
            await using var world = await ModelWorld.BeginAsync();
            await world.LiveAsync(one.Steps);
            await world.DrainAsync();
            await ReachedAsync(world, (what, count) => reached[what] = reached.GetValueOrDefault(what) + count);
        }

        Assert.All(reached, r => Assert.True(r.Value > 2, string.Join(", ", reached)));
    }

    private static async Task ReachedAsync(ModelWorld world, Action<string, int> count)
    {
        count("crashes", world.CrashCount);
        count("replays from a checkpoint", world.CheckpointsRead);
        count("tasks handed over", world.HandedOver.Count(h => h.Effect.Intent is OpenTask));
        count("tasks closed", world.HandedOver.Count(h => h.Effect.Intent is CloseTask));
        count("announcements", world.HandedOver.Count(h => h.Effect.Intent is Announce));
        foreach (var (tenant, person) in ModelCheck.Everybody(world))
        {
            var key = new RelationshipKey(tenant.Id, person);
            var timeline = await ModelCheck.TimelineAsync(world, key);
            count("notices of a corrected past", timeline.Count(e => e.Entry is PastCorrected));
            count("unfounded effects", timeline.Count(e => e.Entry is FindingNoted { Code: FindingCodes.EffectUnfounded }));
            count("ids used twice", timeline.Count(e => e.Entry is EventIdReused));
            count("withheld effects", timeline.Count(e => e.Entry is EffectWithheld));
            count("skipped effects", timeline.Count(e => e.Entry is EffectSkipped));
            count("cancelled effects", (await ModelCheck.EffectsAsync(world, key)).Count(e => e.State == EffectState.Cancelled));
            count("changes of rules", tenant.Log.InForce.Length - 2);
        }
    }

    private static string Line(TimelineEvent e) => $"{e.OccurredAt} {e.Cause} {e.Entry}";

    private static string SlicesOf(Relationship state) =>
        StateText.Of(new { state.Contact, state.Applications, state.Lifecycle, state.Engagement, state.Charter, state.Tasks, state.Retractions, state.Told });

    private static async Task NothingChangesUntilAsync(ModelWorld world, ModelTenant tenant, Relationship now)
    {
        var from = Instant.Max(world.Clock.Now, now.Cursor.At);
        var boundary = tenant.Log.InForce.Select(e => e.EffectiveFrom).Where(at => at > from).DefaultIfEmpty(Instant.MaxValue).Min();
        var until = Instant.Min(Instant.Min(now.NextChangeAt ?? Instant.MaxValue, boundary), from + Duration.FromDays(60));
        foreach (var share in new[] { 0.001, 0.4, 0.999 })
        {
            var at = Microseconds.Floor(from + ((until - from) * share));
            Assert.Equal(StateText.Of(now), StateText.Of((await world.Reader.Crm.For(tenant.Id).FindAsync(now.Key.Candidate, at))!));
        }
    }

    private static async Task ManyAreOneAsync(ModelWorld world, ModelTenant tenant, Relationship now)
    {
        var end = Instant.Max(world.Clock.Now, now.Cursor.At) + Duration.FromDays(25);
        var timeline = await ModelCheck.TimelineAsync(world, now.Key);
        var oracle = ModelCheck.Replay(tenant, now.Key, timeline, end);
        Assert.Equal(StateText.Of(oracle.Next), StateText.Of((await world.Reader.Crm.For(tenant.Id).FindAsync(now.Key.Candidate, end))!));

        while (world.Clock.Now < end)
        {
            world.Clock.Now = Instant.Min(end, world.Clock.Now + Duration.FromHours(31));
            await world.Reader.Runner.RunDueWorkAsync();
        }

        Assert.Equal(StateText.Of(oracle.Next), StateText.Of((await world.Reader.Crm.For(tenant.Id).FindAsync(now.Key.Candidate))!));
    }

    /// <summary>One more fact for everybody who is known: then new rules have been met.</summary>
    private static async Task TouchEverybodyAsync(ModelWorld world)
    {
        foreach (var (tenant, person) in ModelCheck.Everybody(world))
        {
            if (await world.Reader.Crm.For(tenant.Id).FindAsync(person) is not null)
            {
                var touch = new TouchpointRecorded { Kind = TouchKinds.EmailDelivered, Direction = Direction.Outbound, Automated = true };
                await world.Reader.Crm.For(tenant.Id).RecordAsync(CrmUnderTest.Fact($"touch-{person}", world.Clock.Now, touch, person.Value));
            }
        }
    }

    private static async Task StaysApartAsync(ModelWorld world, ModelStep[] steps)
    {
        await world.LiveAsync(steps);
        await world.DrainAsync();
        foreach (var tenant in world.Tenants.Keys)
        {
            await using var alone = await ModelWorld.BeginAsync();
            await alone.LiveAsync(steps, only: tenant);
            await alone.DrainAsync();
            Assert.Equal(await TextAsync(alone, tenant), await TextAsync(world, tenant));
        }

        Assert.DoesNotContain(ModelRules.Mark, await TextAsync(world, ModelWorld.Acme), StringComparison.Ordinal);
        Assert.Equal(0, await UnmarkedAsync(world));
    }

    /// <summary>All that a tenant has: rules, timelines, states, effects, lists, and what reached its host.</summary>
    private static async Task<string> TextAsync(ModelWorld world, TenantId tenant)
    {
        var text = new StringBuilder();
        foreach (var person in ModelWorld.People)
        {
            var key = new RelationshipKey(tenant, person);
            text.AppendLine(await ModelCheck.StoredAsync(world, key) is { } stored ? StateText.Of(stored) : "-");
            text.AppendJoin(Environment.NewLine, (await ModelCheck.TimelineAsync(world, key)).Select(e => $"{ReplayCheck.Line(e)} {e.Source}"));
            text.AppendJoin(Environment.NewLine, (await ModelCheck.EffectsAsync(world, key)).Select(e => $"{e.Effect.Key} {e.State} {e.WantedAt} {e.Effect.Intent}"));
        }

        foreach (var list in new[] { IndexNames.Candidates, IndexNames.Promises, IndexNames.Applications, IndexNames.RequisitionApplications, IndexNames.Tasks, IndexNames.MissingFeedback, IndexNames.Findings, IndexNames.LatePromises, IndexNames.Faults })
        {
            text.AppendJoin(Environment.NewLine, (await world.Reader.Index.QueryAsync(new IndexQuery { Tenant = tenant, Index = list }, default)).Select(row => $"{row}{Environment.NewLine}"));
        }

        var log = await world.Reader.Crm.For(tenant).Rules.ReadAsync();
        text.AppendJoin(Environment.NewLine, log.Versions.Skip(1).Select(v => $"{v} {string.Join(',', v.Manifest.Select(row => $"{row.Name} {row.Hash}"))}"));
        text.AppendJoin(Environment.NewLine, log.InForce.Rules.Expectations.Select(e => $"{e.Key}")).AppendJoin(Environment.NewLine, log.InForce.Rules.Scores.Select(e => $"{e.Key}"));
        text.AppendJoin(Environment.NewLine, (await world.Reader.Crm.For(tenant).Tasks.ListAsync()).Select(t => $"{t.Candidate} {t.Task.Key} {t.Age}"));
        text.AppendJoin(Environment.NewLine, (await world.Reader.Crm.For(tenant).Charter.ReportAsync()).Lines);
        text.AppendJoin(Environment.NewLine, world.HandedOver.Where(h => h.Relationship.Tenant == tenant).Select(h => $"{h.Relationship} {h.Effect}").Order(StringComparer.Ordinal));
        return text.ToString();
    }

    /// <summary>Counts the rules, promises, rows of lists and scores of the second tenant that do not bear its name.</summary>
    private static async Task<int> UnmarkedAsync(ModelWorld world)
    {
        var rules = (await world.Reader.Crm.For(ModelWorld.Globex).Rules.ReadAsync()).InForce.Rules;
        var rows = await world.Reader.Index.QueryAsync(new IndexQuery { Tenant = ModelWorld.Globex, Index = IndexNames.Promises }, default);
        var count = rules.Expectations.Count(e => !e.Key.Value.EndsWith(ModelRules.Mark, StringComparison.Ordinal))
            + rules.Scores.Count(e => !e.Key.Value.EndsWith(ModelRules.Mark, StringComparison.Ordinal))
            + rows.Count(row => !row.Item.Contains(ModelRules.Mark, StringComparison.Ordinal));
        foreach (var person in ModelWorld.People)
        {
            var stored = await ModelCheck.StoredAsync(world, new RelationshipKey(ModelWorld.Globex, person));
            count += stored?.Charter?.Promises.Count(p => !p.Key.Expectation.Value.EndsWith(ModelRules.Mark, StringComparison.Ordinal)) ?? 0;
            count += stored?.Engagement?.Scores.Count(s => !s.State.Model.Value.EndsWith(ModelRules.Mark, StringComparison.Ordinal)) ?? 0;
        }

        return count;
    }

    private static void Check(Arbitrary<ModelCase> cases, int times, Func<ModelWorld, ModelStep[], Task> check) => Check(cases, times, engine: null, check);

    private static void Check(Arbitrary<ModelCase> cases, int times, Func<RelationshipEngine>? engine, Func<ModelWorld, ModelStep[], Task> check) =>
        Prop.ForAll(cases, one => RunAsync(one, engine, check).GetAwaiter().GetResult()).Check(Tries.Of(times));

    private static async Task RunAsync(ModelCase one, Func<RelationshipEngine>? engine, Func<ModelWorld, ModelStep[], Task> check)
    {
        await using var world = await ModelWorld.BeginAsync(engine);
        await check(world, one.Steps);
    }
}
