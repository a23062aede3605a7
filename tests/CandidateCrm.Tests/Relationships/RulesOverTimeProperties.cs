using CandidateCrm.Charter;
using CandidateCrm.Fixtures;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Relationships;

/// <summary>The laws of the fold, over random logs of rules and random histories with retractions.</summary>
public sealed class RulesOverTimeProperties
{
    private static readonly RelationshipEngine Engine = new();

    [Fact]
    public void What_was_folded_live_is_what_a_replay_makes() =>
        Check(200, one => Same(Live(one, one.InOrder, (_, _) => { }), Replay(one)));

    [Fact]
    public void Alarms_that_ring_between_events_change_nothing_in_the_end() =>
        Check(200, one => Same(Live(one, one.InOrder, (live, next) => live.Wait(next.OccurredAt - Duration.FromMilliseconds(1), one.Log)), Replay(one)));

    [Fact]
    public void Whatever_the_order_of_arrival_and_whenever_alarms_ring_the_end_is_the_same() =>
        Prop.ForAll(FoldCase.WithRetractions, Arb.From(Gen.Choose(0, int.MaxValue)), (one, seed) =>
        {
            var random = new Random(seed);
            var arrival = one.Events.OrderBy(_ => random.Next()).ToArray();
            return Same(Live(one, arrival, (live, _) => live.Wait(Histories.Start + Duration.FromHours(random.Next(60 * 24)), one.Log)), Replay(one));
        }).Check(Tries.Of(150));

    [Fact]
    public void The_order_of_the_input_does_not_matter() =>
        Check(100, one => Same(Engine.Replay(Histories.Anna, one.Events.Reverse(), one.Log, FoldCase.End), Replay(one)));

    [Fact]
    public void One_long_wait_equals_many_short_ones() =>
        Check(30, one =>
        {
            var jumped = Live(one, one.InOrder, (_, _) => { });
            var stepped = Live(one, one.InOrder, (_, _) => { }, live =>
            {
                for (var at = live.State.Cursor.At; at < FoldCase.End; at += Duration.FromMinutes(30))
                {
                    live.Wait(at, one.Log);
                }
            });
            return Same(stepped, jumped) && Same(stepped, Replay(one));
        });

    [Fact]
    public void Between_alarms_and_changes_of_rules_nothing_changes() =>
        Check(100, one =>
        {
            var live = new LiveFold(Engine);
            foreach (var next in one.InOrder)
            {
                live.Tell(next, one.Log);
            }

            for (var last = live.State.Cursor.At; NextInstant(live.State, one.Log, last) is { } next && next < FoldCase.End; last = next)
            {
                var before = live.Outcome;
                live.Wait(next - Duration.FromTicks(10), one.Log);
                if (!Same(live.Outcome, before))
                {
                    return false;
                }

                live.Wait(next, one.Log);
            }

            return true;
        });

    [Fact]
    public void A_look_between_two_alarms_changes_nothing_but_the_cursor() =>
        Prop.ForAll(FoldCase.WithRetractions, Looks.Seeds, (one, seed) => IsCalm(ReactionOrder.All, one, Looks.Of(Replay(one), seed))).Check(Tries.Of(150));

    [Fact]
    public void A_feature_that_answers_to_a_look_is_seen()
    {
        Reaction[] eager = [.. ReactionOrder.All.Select(r => r is CharterReaction ? new Eager(r) : r)];

        Assert.Contains(FoldCase.Sample(100), one => !IsCalm(eager, one, Looks.Of(Replay(one), seed: 5)));
    }

    [Fact]
    public void Everything_twice_is_everything_once() =>
        Check(100, one =>
        {
            var replay = Replay(one);
            var live = Live(one, one.InOrder.SelectMany(e => new[] { e, e }), (_, _) => { });
            return Same(Engine.Replay(Histories.Anna, [.. one.Events, .. one.Events], one.Log, FoldCase.End), replay) && Same(live, replay);
        });

    [Fact]
    public void Rules_that_are_published_while_the_candidate_lives_are_rules_known_from_the_start() =>
        Check(150, one =>
        {
            var live = new LiveFold(Engine);
            var clock = one.Events.Select(e => e.OccurredAt).Concat(one.Entries.Skip(1).Select(e => e.EffectiveFrom)).Append(FoldCase.End).Distinct().Order();
            var told = one.InOrder.ToLookup(e => e.OccurredAt);
            foreach (var now in clock)
            {
                foreach (var next in told[now])
                {
                    live.Tell(next, one.KnownAt(now));
                }

                live.Wait(now, one.KnownAt(now));
            }

            return Same(live.Outcome, Replay(one));
        });

    [Fact]
    public void A_decision_depends_on_nothing_but_its_arguments() =>
        Check(20, one => Same(new RelationshipEngine().Replay(Histories.Anna, one.Events, one.Log, FoldCase.End), Replay(one)));

    [Fact]
    public void No_effect_key_and_no_event_id_is_used_twice_by_one_past() =>
        Check(300, one =>
        {
            var replay = Replay(one);
            return replay.Effects.Select(e => e.Key).Distinct().Count() == replay.Effects.Length && replay.Derived.Select(e => e.Id).Distinct().Count() == replay.Derived.Length;
        });

    [Fact]
    public void No_feature_fails_whatever_the_rules() =>
        Check(300, one => Replay(one).Next.Faults.IsEmpty);

    private static Instant? NextInstant(Relationship state, ActivationLog log, Instant last)
    {
        var boundary = log.InForce.Skip(1).Select(e => (Instant?)e.EffectiveFrom).FirstOrDefault(at => at > last);
        return boundary is null || state.NextChangeAt < boundary ? state.NextChangeAt : boundary;
    }

    /// <summary>Says whether features that look when nothing is due find what they found before.</summary>
    private static bool IsCalm(Reaction[] order, FoldCase one, Instant[] looks)
    {
        var restless = new RelationshipEngine([.. order.Select(Reaction (r) => new Restless(r, looks))]).Replay(Histories.Anna, one.Events, one.Log, FoldCase.End);
        var calm = new RelationshipEngine(order).Replay(Histories.Anna, one.Events, one.Log, FoldCase.End);
        return StateText.Of(Still(restless)) == StateText.Of(Still(calm));
    }

    private static Decision Still(Decision decision) => decision with { Next = decision.Next with { Cursor = TimelinePlace.Start, NextChangeAt = null, WakeAt = null, RulesPosition = 0 } };

    private static Decision Live(FoldCase one, IEnumerable<TimelineEvent> arrival, Action<LiveFold, TimelineEvent> before, Action<LiveFold>? after = null)
    {
        var live = new LiveFold(Engine);
        foreach (var next in arrival)
        {
            before(live, next);
            live.Tell(next, one.Log);
        }

        after?.Invoke(live);
        live.Wait(FoldCase.End, one.Log);
        return live.Outcome;
    }

    private static Decision Replay(FoldCase one) => Engine.Replay(Histories.Anna, one.Events, one.Log, FoldCase.End);

    private static bool Same(Decision a, Decision b) => StateText.Of(a) == StateText.Of(b);

    private static void Check(int times, Func<FoldCase, bool> holds) => Prop.ForAll(FoldCase.WithRetractions, holds).Check(Tries.Of(times));

    /// <summary>Takes every look for its alarm, and lets go of what is not due yet.</summary>
    private sealed class Eager(Reaction inner) : AlteredReaction(inner)
    {
        internal override void Tick(FoldPass pass)
        {
            base.Tick(pass);
            if (pass.Draft.Charter is { } slice && slice.Promises.FirstOrDefault(p => p.State == PromiseState.Open && p.DueAt > pass.At) is { } first)
            {
                pass.Draft.Charter = slice with { Promises = slice.Promises.Remove(first) };
            }
        }
    }
}
