using System.Collections.Immutable;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Relationships;

/// <summary>Rules that are broken on purpose: the same checks as in the properties have to see it in the same kind of cases.</summary>
public sealed class FoldControls
{
    private static readonly RelationshipEngine Sound = new();

    [Fact]
    public void An_alarm_that_rings_an_hour_late_is_seen() =>
        Seen(With<CharterReaction>(inner => new LateAlarm(inner)), (engine, one) =>
            Replay(engine, one).Derived.All(e => e.Entry is not PromiseBroken broken || IsByRules(e) || e.OccurredAt == broken.DueAt));

    [Fact]
    public void A_next_change_that_is_computed_anew_after_a_load_is_seen() =>
        Seen(Sound, (engine, one) => SameAsReplay(engine, one, (live, next) => live.State = Recomputed(live.State, one.Log, next.OccurredAt)));

    [Fact]
    public void A_forgotten_tombstone_is_seen() =>
        Seen(Sound, (engine, one) => SameAsReplay(engine, one, (live, _) => live.State = live.State with { Retractions = null }));

    [Fact]
    public void An_alarm_that_rings_at_the_instant_of_the_clock_is_seen() =>
        Seen(Sound, (engine, one) => SameAsReplay(engine, one, (live, next) =>
        {
            var now = next.OccurredAt - Duration.FromMinutes(1);
            live.State = live.State.NextChangeAt < now ? live.State with { NextChangeAt = now } : live.State;
            live.Wait(now, one.Log);
        }));

    [Fact]
    public void A_change_of_rules_after_the_events_of_its_instant_is_seen() =>
        Seen(Sound, (engine, one) =>
        {
            var late = one.With(entry => entry.EffectiveFrom == Instant.MinValue ? entry : entry with { EffectiveFrom = entry.EffectiveFrom + Duration.FromTicks(10) });
            return IsDueByTheRulesInForce(one, Replay(engine, late));
        });

    [Fact]
    public void A_number_that_is_dropped_with_a_retired_model_is_seen()
    {
        var forgetful = With<EngagementReaction>(inner => new Forgetful(inner));
        Seen(forgetful, (engine, one) =>
        {
            var keys = Replay(engine, Interrupted(one)).Effects.Select(e => e.Key).ToArray();
            return keys.Distinct().Count() == keys.Length;
        });
        Assert.All(FoldCase.Sample(100), one =>
        {
            var keys = Replay(Sound, Interrupted(one)).Effects.Select(e => e.Key).ToArray();
            Assert.Equal(keys.Length, keys.Distinct().Count());
        });
    }

    [Fact]
    public void Rules_by_the_time_of_recording_are_seen() =>
        Seen(Sound, (engine, one) => one.InOrder.All(late => IsDueByTheRulesInForce(one, Replay(engine, ByRecording(one, late)))));

    [Fact]
    public void A_change_of_rules_that_forgets_to_look_back_is_seen() =>
        Seen(With<EngagementReaction>(inner => new Incurious(inner)), (engine, one) =>
        {
            var replay = Replay(engine, one).Next;
            var entry = one.Log.InForceAt(FoldCase.End);
            return replay.Engagement is not { } slice || RulesOracle.IsOff(entry, FeatureCode.Engagement)
                || slice.Scores.Select(s => (s.State.Model, s.State.ModelVersion)).SequenceEqual(entry.Rules.Scores.Select(m => (m.Key, m.Version)));
        });

    [Fact]
    public void An_alarm_that_rings_twice_is_seen() =>
        Seen(With<CharterReaction>(inner => new TwiceRung(inner)), (engine, one) =>
        {
            var replay = Replay(engine, one);
            return replay.Effects.Select(e => e.Key).Distinct().Count() == replay.Effects.Length && Replay(Sound, one).Derived.Length == replay.Derived.Length;
        });

    [Fact]
    public void A_cursor_that_knows_the_instant_of_an_event_but_not_the_event_is_seen_where_everything_is_told_twice() =>
        Seen(Sound, (engine, one) =>
        {
            var live = new LiveFold(engine);
            foreach (var next in one.InOrder.SelectMany(e => new[] { e, e }))
            {
                var cursor = live.State.Cursor;
                live.State = cursor.Rank == TimelinePlace.AlarmRank || cursor == TimelinePlace.Start
                    ? live.State
                    : live.State with { Cursor = new TimelinePlace(cursor.Micros, TimelinePlace.BoundaryRank, long.MinValue) };
                live.Tell(next, one.Log);
            }

            live.Wait(FoldCase.End, one.Log);
            return StateText.Of(live.Outcome) == StateText.Of(Replay(engine, one));
        });

    [Fact]
    public void A_mark_that_an_id_was_told_that_nobody_keeps_is_seen_where_everything_is_told_twice() =>
        Seen(Sound, (engine, one) =>
            StateText.Of(Replay(engine, one.With(one.Events.Concat(one.Events.Select(e => e with { Id = EventId.From($"{e.Id}-again") }))))) == StateText.Of(Replay(engine, one)));

    private static void Seen(RelationshipEngine engine, Func<RelationshipEngine, FoldCase, bool> holds) =>
        Assert.Contains(FoldCase.Sample(300), one => !holds(engine, one));

    private static RelationshipEngine With<TReaction>(Func<Reaction, Reaction> altered)
        where TReaction : Reaction =>
        new([.. ReactionOrder.All.Select(r => r is TReaction ? altered(r) : r)]);

    private static Decision Replay(RelationshipEngine engine, FoldCase one) => engine.Replay(Histories.Anna, one.Events, one.Log, FoldCase.End);

    private static bool SameAsReplay(RelationshipEngine engine, FoldCase one, Action<LiveFold, TimelineEvent> before)
    {
        var live = new LiveFold(engine);
        foreach (var next in one.InOrder)
        {
            before(live, next);
            live.Tell(next, one.Log);
        }

        live.Wait(FoldCase.End, one.Log);
        return StateText.Of(live.Outcome) == StateText.Of(Replay(engine, one));
    }

    private static bool IsDueByTheRulesInForce(FoldCase one, Decision replay) =>
        replay.Derived.Select(e => (e.OccurredAt, Opened: e.Entry as PromiseOpened)).All(e =>
            e.Opened is null || RulesOracle.InForceAt(one.Entries, e.OccurredAt).Rules.Expectations.Any(r => r.Key == e.Opened.Promise.Expectation && r.Version == e.Opened.Version));

    private static bool IsByRules(TimelineEvent one) => one.Id.Value.StartsWith("~~#", StringComparison.Ordinal);

    private static Relationship Recomputed(Relationship state, ActivationLog log, Instant now)
    {
        if (state.Engagement is not { } slice || log.InForce.Length > 1 || log.InForce[0].Modes.ModeOf(FeatureCode.Engagement).Mode == Mode.Off)
        {
            return state;
        }

        var models = log.InForce[0].Rules.Scores.ToDictionary(m => m.Key, m => new ScoreEngine(m));
        var scores = slice.Scores.Select(s => s with { NextChangeAt = models[s.State.Model].NextBandChangeOnSecond(s.State, now) }).ToImmutableArray();
        var due = (state.Charter?.Promises ?? []).Where(p => p.State == PromiseState.Open).Select(p => (Instant?)p.DueAt);
        return state with { Engagement = slice with { Scores = scores }, NextChangeAt = scores.Select(s => s.NextChangeAt).Concat(due).Min() };
    }

    /// <summary>The same history under scores that were there, were gone, and came back.</summary>
    private static FoldCase Interrupted(FoldCase one)
    {
        var without = TestRules.Everything with { Scores = [] };
        CrmRules[] rules = [TestRules.Everything, without, TestRules.Everything, without, TestRules.Everything];
        return new FoldCase(
            [.. rules.Select((r, i) => new Activation { Position = i + 1, EffectiveFrom = i == 0 ? Instant.MinValue : Histories.Start + Duration.FromDays(8 * i), Rules = r })],
            one.Events);
    }

    /// <summary>The log in which one event, told late, would find the rules of the day on which it was told.</summary>
    private static FoldCase ByRecording(FoldCase one, TimelineEvent late)
    {
        var entries = one.Log.InForce;
        var its = one.Log.IndexAt(late.OccurredAt);
        var around = new[] { entries[^1] with { EffectiveFrom = late.OccurredAt }, entries[its] with { EffectiveFrom = late.OccurredAt + Duration.FromTicks(10) } };
        var all = entries.Take(its + 1).Concat(around).Concat(entries.Skip(its + 1));
        return new FoldCase([.. all.Select((e, i) => e with { Position = i + 1 })], one.Events);
    }

    private sealed class LateAlarm(Reaction inner) : AlteredReaction(inner)
    {
        internal override Instant? NextChange(Draft draft, RulesInForce rules) => base.NextChange(draft, rules) + Duration.FromHours(1);
    }

    /// <summary>Forgets that it has rung, once.</summary>
    private sealed class TwiceRung(Reaction inner) : AlteredReaction(inner)
    {
        internal override void Tick(FoldPass pass)
        {
            var before = Save(pass.Draft);
            base.Tick(pass);
            Restore(pass.Draft, before);
            base.Tick(pass);
        }
    }

    private sealed class Forgetful(Reaction inner) : AlteredReaction(inner)
    {
        internal override void Cross(FoldPass pass, RulesInForce before)
        {
            base.Cross(pass, before);
            pass.Draft.Engagement = pass.Draft.Engagement is { } slice ? slice with { Retired = [] } : null;
        }
    }

    private sealed class Incurious(Reaction inner) : AlteredReaction(inner)
    {
        internal override bool AsksForThePast(RulesInForce before, RulesInForce after) => false;

        internal override void Cross(FoldPass pass, RulesInForce before)
        {
        }
    }
}
