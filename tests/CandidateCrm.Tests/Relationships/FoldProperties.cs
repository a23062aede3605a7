using CandidateCrm.Applications;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Fixtures;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Relationships;

public sealed class FoldProperties
{
    private static readonly RelationshipEngine Engine = new();
    private static readonly Instant End = Histories.Start + Duration.FromDays(80);
    private static readonly Config Many = Tries.Of(400);

    [Fact]
    public void What_was_folded_live_is_what_a_replay_makes() =>
        Check(events =>
        {
            var live = Live(events, Relationship.Empty(Histories.Anna), (_, state) => state);

            return Same(Engine.Advance(live, End, TestRules.Log).Next, Replay(events));
        });

    [Fact]
    public void Alarms_that_ring_between_events_change_nothing_in_the_end() =>
        Check(events =>
        {
            var live = Live(events, Relationship.Empty(Histories.Anna), (next, state) =>
                Engine.Advance(state, next.OccurredAt - Duration.FromMilliseconds(1), TestRules.Log).Next);

            return Same(Engine.Advance(live, End, TestRules.Log).Next, Replay(events));
        });

    [Fact]
    public void One_long_wait_equals_many_short_ones() =>
        Check(events =>
        {
            var state = Live(events, Relationship.Empty(Histories.Anna), (_, s) => s);
            var jumped = Engine.Advance(state, End, TestRules.Log);
            var stepped = state;
            var derived = new List<TimelineEvent>();
            for (var at = state.Cursor.At; at < End; at += Duration.FromMinutes(30))
            {
                var step = Engine.Advance(stepped, at, TestRules.Log);
                stepped = step.Next;
                derived.AddRange(step.Derived);
            }

            var last = Engine.Advance(stepped, End, TestRules.Log);
            derived.AddRange(last.Derived);
            return Same(last.Next, jumped.Next) && derived.SequenceEqual(jumped.Derived);
        });

    [Fact]
    public void Between_two_alarms_nothing_changes() =>
        Check(events =>
        {
            var state = Live(events, Relationship.Empty(Histories.Anna), (_, s) => s);
            while (state.NextChangeAt is { } next && next < End)
            {
                var before = Engine.Advance(state, next - Duration.FromTicks(10), TestRules.Log);
                if (!Same(before.Next, state) || !before.Derived.IsEmpty)
                {
                    return false;
                }

                state = Engine.Advance(state, next, TestRules.Log).Next;
            }

            return true;
        });

    [Fact]
    public void Whatever_the_order_in_the_input_the_fold_is_the_same() =>
        Check(events => Same(Replay([.. events.Reverse()]), Replay(events)));

    [Fact]
    public void The_same_event_twice_changes_nothing() =>
        Check(events => Same(Replay([.. events, .. events]), Replay(events)));

    [Fact]
    public void A_decision_depends_on_nothing_but_its_arguments() =>
        Check(events =>
        {
            var first = new RelationshipEngine().Replay(Histories.Anna, events, TestRules.Log, End);
            var second = new RelationshipEngine().Replay(Histories.Anna, events, TestRules.Log, End);
            return StateText.Of(first) == StateText.Of(second);
        });

    [Fact]
    public void An_event_at_or_before_the_cursor_needs_the_timeline()
    {
        var late = Histories.Event("late", Histories.Start, new Candidates.CandidateFound { Source = Candidates.SourceCode.From("fair") });
        var state = Engine.Apply(Relationship.Empty(Histories.Anna), late, TestRules.Log).Next;

        Assert.Equal(DecisionStatus.NeedsTimeline, Engine.Apply(state, late, TestRules.Log).Status);
        Assert.Same(state, Engine.Apply(state, late, TestRules.Log).Next);
    }

    [Fact]
    public void No_effect_key_is_wanted_twice_by_one_past() =>
        Check(events =>
        {
            var keys = Engine.Replay(Histories.Anna, events, TestRules.Log, End).Effects.Select(e => e.Key).ToArray();
            return keys.Distinct().Count() == keys.Length;
        });

    [Fact]
    public void Every_promise_ends_with_exactly_one_verdict() =>
        Check(events =>
        {
            var derived = Engine.Replay(Histories.Anna, events, TestRules.Log, End).Derived.Select(e => e.Entry).ToArray();
            var opened = derived.OfType<PromiseOpened>().Select(p => p.Promise).ToArray();
            return opened.Distinct().Count() == opened.Length && opened.All(promise => Verdicts(derived, promise) <= 1);
        });

    [Fact]
    public void What_followed_names_the_event_it_followed_from_or_an_alarm() =>
        Check(events => Engine.Replay(Histories.Anna, events, TestRules.Log, End).Derived.All(derived =>
            derived.Cause.IsAssigned
                ? events.Any(e => e.Id == derived.Cause && e.OccurredAt == derived.OccurredAt)
                    && (derived.Entry is not PromiseBroken broken || broken.DueAt == derived.OccurredAt || events.Any(e => e.Id == derived.Cause && e.Entry is CandidateUnmerged)) && derived.Id.Value == $"~{derived.Cause}.{derived.Ordinal}"
                : derived.Entry is PromiseBroken or BandChanged or OnboardingCheckInDue or SnoozeOver or RoleBegan or RoleEnded or InterviewApproaching or InterviewBookingLapsed or OfferLapsed or DraftAbandoned or RefusalDue or PromiseOpened or FindingNoted { Code: FindingCodes.RefusalStale or FindingCodes.NoOpenTime }));

    [Fact]
    public void No_feature_fails_on_any_history() =>
        Check(events => Replay(events).Faults.IsEmpty);

    [Fact]
    public void The_next_change_of_a_band_is_what_a_search_from_the_cursor_finds() =>
        Check(events =>
        {
            var scorer = new ScoreEngine(TestRules.Everything.Scores[0]);
            var state = Relationship.Empty(Histories.Anna);
            return events.OrderBy(e => e.Place).All(next =>
            {
                state = Engine.Apply(state, next, TestRules.Log).Next;
                // At one instant alarms ring after events: one that is due at the cursor is still to come.
                return state.Engagement?.Scores is not [var score]
                    || score.NextChangeAt == scorer.NextBandChangeOnSecond(score.State, score.NextChangeAt == state.Cursor.At ? state.Cursor.At - Duration.FromTicks(10) : state.Cursor.At);
            });
        });

    private static int Verdicts(ITimelineEntry[] derived, PromiseKey promise) => derived.Count(e => e switch
    {
        PromiseKept kept => kept.Promise == promise,
        PromiseBroken broken => broken.Promise == promise,
        PromiseVoided ended => ended.Promise == promise && !ended.WasBroken,
        _ => false,
    });

    private static Relationship Replay(TimelineEvent[] events) => Engine.Replay(Histories.Anna, events, TestRules.Log, End).Next;

    private static Relationship Live(TimelineEvent[] events, Relationship state, Func<TimelineEvent, Relationship, Relationship> before)
    {
        foreach (var next in events.OrderBy(e => e.Place))
        {
            state = Engine.Apply(before(next, state), next, TestRules.Log).Next;
        }

        return state;
    }

    private static bool Same(Relationship a, Relationship b) => StateText.Of(a) == StateText.Of(b);

    private static void Check(Func<TimelineEvent[], bool> holds) => Prop.ForAll(Histories.Any, holds).Check(Many);
}
