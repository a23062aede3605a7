using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Model;

/// <summary>Compares what is on record with the oracle: a replay of the facts and acts on record, under what was published, up to now.</summary>
internal static class ModelCheck
{
    private static readonly RelationshipEngine Oracle = new();

    /// <summary>State, derived events and effects on record are what the replay makes.</summary>
    internal static async Task EqualsReplayAsync(ModelWorld world, bool isTouched)
    {
        foreach (var (tenant, person) in Everybody(world))
        {
            var key = new RelationshipKey(tenant.Id, person);
            var timeline = await TimelineAsync(world, key);
            if (await StoredAsync(world, key) is not { } stored)
            {
                Assert.Empty(timeline);
                continue;
            }

            var until = Instant.Max(world.Clock.Now, stored.Cursor.At);
            var replay = Oracle.Replay(key, timeline, tenant.Log, until);

            // Who only reads may use a log for some seconds that another process has published on: have it read again.
            _ = await world.Reader.Crm.For(tenant.Id).Rules.ReadAsync();
            var answer = await world.Reader.Crm.For(tenant.Id).FindAsync(person);
            Assert.Equal(StateText.Of(replay.Next), StateText.Of(answer!));

            var settled = Oracle.Settled(stored, until, tenant.Log);
            if (settled.Status == DecisionStatus.Applied)
            {
                Assert.Equal(StateText.Of(replay.Next), StateText.Of(settled.Next));
                EqualDerived(replay, timeline, settled);
                var effects = await EffectsAsync(world, key);
                EqualEffects(replay, effects, settled, tenant.Imported.Contains(person));
                TasksHaveReachedSomebody(stored, effects);
            }
            else
            {
                // New rules that ask for the past are found at the next touch.
                Assert.False(isTouched);
            }
        }
    }

    /// <summary>
    /// Whoever was written since the last look was written under the newest rules. Of somebody whose last fact is ahead of the clock nobody can tell:
    /// rules that were published after it may be in force before it.
    /// </summary>
    internal static async Task WrittenUnderTheNewestRulesAsync(ModelWorld world, Dictionary<RelationshipKey, long> revisions)
    {
        foreach (var (tenant, person) in Everybody(world))
        {
            var key = new RelationshipKey(tenant.Id, person);
            if (await StoredAsync(world, key) is { } stored && revisions.GetValueOrDefault(key) != stored.Revision)
            {
                revisions[key] = stored.Revision;
                Assert.True(stored.Cursor.At > world.Clock.Now || Oracle.Advance(stored, stored.Cursor.At, tenant.Log).Status == DecisionStatus.Applied, $"{key} was written under older rules.");
            }
        }
    }

    /// <summary>Everything that was told is on record under its id, as it was told, where it belongs; nothing else is.</summary>
    internal static async Task NothingIsLostAsync(ModelWorld world)
    {
        foreach (var tenant in world.Tenants.Values)
        {
            var facts = new List<TimelineEvent>();
            foreach (var person in ModelWorld.People)
            {
                facts.AddRange((await TimelineAsync(world, new RelationshipKey(tenant.Id, person))).Where(e => e.Class == EntryClass.Fact));
            }

            var told = tenant.Told.ToLookup(f => f.EventId);
            Assert.Equal(told.Select(t => t.Key.Value).Order(StringComparer.Ordinal), facts.Select(f => f.Id.Value).Order(StringComparer.Ordinal));
            Assert.All(facts, f => Assert.Contains(told[f.Id], t =>
                t.Candidate == f.Relationship.Candidate && t.OccurredAt == f.OccurredAt && t.Fact.Equals(f.Entry) && t.Source == f.Source && f.Relationship.Tenant == tenant.Id));
        }
    }

    /// <summary>No effect reached the host twice; where a process died after it, at most once more for each death.</summary>
    internal static void NothingTwice(ModelWorld world)
    {
        var repeats = world.HandedOver.GroupBy(h => (h.Relationship, h.Effect.Key)).Sum(g => g.Count() - 1);
        Assert.InRange(repeats, 0, world.CrashCount);
    }

    /// <summary>
    /// Whatever reached the host was intended while its feature was live, and from the instant of its effects on. Of somebody for whom a fact was
    /// ahead of the clock it may have been wanted before the mode of its instant was set.
    /// </summary>
    internal static void NothingUnlessLive(ModelWorld world) =>
        Assert.All(world.HandedOver.Where(h => !world.Ahead.Contains(h.Relationship)), h => Assert.True(MayGo(h), $"{h.Relationship} {h.Effect.Key} at {h.Effect.IntendedAt}"));

    /// <summary>What the feed has told comes to what the timelines hold, tenant by tenant.</summary>
    internal static async Task TheFeedTellsAllAsync(ModelWorld world)
    {
        foreach (var tenant in world.Tenants.Values)
        {
            var standing = new HashSet<string>(StringComparer.Ordinal);
            FeedPage? page = null;
            do
            {
                page = await ((ICrmFeed)world.Inner).ReadAsync(new FeedQuery { Tenant = tenant.Id, After = page?.Next, Max = 100 }, default);
                foreach (var one in page.Events)
                {
                    Assert.Equal(tenant.Id, one.Relationship.Tenant);
                    Assert.True(one.Retracted ? standing.Remove(NameOf(one)) : standing.Add(NameOf(one)), NameOf(one));
                }
            }
            while (!page.Events.IsEmpty);

            var events = new List<string>();
            foreach (var person in ModelWorld.People)
            {
                events.AddRange((await TimelineAsync(world, new RelationshipKey(tenant.Id, person))).Select(NameOf));
            }

            Assert.Equal(events.Order(StringComparer.Ordinal), standing.Order(StringComparer.Ordinal));
        }
    }

    internal static IEnumerable<(ModelTenant Tenant, CandidateId Person)> Everybody(ModelWorld world) =>
        from tenant in world.Tenants.Values from person in ModelWorld.People select (tenant, person);

    internal static async Task<Relationship?> StoredAsync(ModelWorld world, RelationshipKey key) =>
        (await world.Inner.LoadAsync(RelationshipKeys.Of(key), default)).SingleOrDefault();

    internal static async Task<TimelineEvent[]> TimelineAsync(ModelWorld world, RelationshipKey key) =>
        await world.Inner.ReadTimelineAsync(TimelineQuery.Of(key) with { WithDerived = true }, default).ToArrayAsync();

    internal static async Task<EffectRecord[]> EffectsAsync(ModelWorld world, RelationshipKey key) =>
        [.. await world.Inner.ReadEffectsAsync(EffectQuery.Of(key), default)];

    internal static Decision Replay(ModelTenant tenant, RelationshipKey key, IEnumerable<TimelineEvent> timeline, Instant until) =>
        Oracle.Replay(key, timeline, tenant.Log, until);

    internal static Decision Settled(Relationship state, Instant until, ModelTenant tenant) => Oracle.Settled(state, until, tenant.Log);

    private static void EqualDerived(Decision replay, TimelineEvent[] timeline, Decision settled) => Assert.Equal(
        replay.Derived.OrderBy(e => e.Place).Select(ReplayCheck.Line),
        timeline.Where(e => e.Class == EntryClass.Derived && !CorrectionNotice.Is(e)).Concat(settled.Derived).OrderBy(e => e.Place).Select(ReplayCheck.Line));

    private static void EqualEffects(Decision replay, EffectRecord[] records, Decision settled, bool isImported)
    {
        var made = records.Where(e => e.Made && !CorrectionNotice.Is(e.Effect)).ToArray();
        Assert.Equal(Keys(replay.Effects), Keys(made.Select(e => e.Effect).Concat(settled.Effects)));
        var wanted = replay.Effects.ToDictionary(e => e.Key);
        foreach (var record in made)
        {
            var want = wanted[record.Effect.Key];
            Assert.Equal(want.IntendedAt, record.WantedAt);
            if (record.Outcome == EffectOutcome.None)
            {
                Assert.Null(want.Withheld);
                Assert.Equal(Text(want), Text(record.Effect));
            }
            else if (record.Outcome == EffectOutcome.Withheld && !isImported)
            {
                Assert.True(want.Withheld is not null, $"{want.Key} is withheld, but the past wants it handed over.");
            }
        }
    }

    // A task on the list is handed over, or will be: what was skipped or withheld is nobody's.
    private static void TasksHaveReachedSomebody(Relationship stored, EffectRecord[] records)
    {
        var states = records.ToDictionary(r => r.Effect.Key, r => r.State);
        Assert.All(stored.Tasks?.Open ?? [], task => Assert.True(states[task.Key] is EffectState.Pending or EffectState.Done, $"{task.Key} is on the list of tasks and {states[task.Key]}."));
    }

    private static bool MayGo(HandedOver one)
    {
        var at = one.Effect.IntendedAt;
        var inForce = one.Log.InForceAt(at);
        if (inForce.Modes.WithholdingOf(one.Feature, at) is null)
        {
            return true;
        }

        // What is still to be said when a feature is switched off is said with the mode that it had.
        var before = one.Log.InForceAt(at - Duration.FromTicks(10));
        return inForce.EffectiveFrom == at && inForce.Modes.ModeOf(one.Feature).Mode == Mode.Off && before.Modes.WithholdingOf(one.Feature, at) is null;
    }

    private static string NameOf(TimelineEvent e) => $"{e.Relationship.Candidate} {e.Id}";

    private static string Text(Effect e) => $"{e.Key} at {e.IntendedAt}: {e.Intent}";

    private static IEnumerable<string> Keys(IEnumerable<Effect> effects) => effects.Select(e => e.Key.ToString()).Order(StringComparer.Ordinal);
}
