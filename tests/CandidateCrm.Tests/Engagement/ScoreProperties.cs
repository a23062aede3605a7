using CandidateCrm.Engagement;
using CandidateCrm.Fixtures;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Engagement;

public sealed class ScoreProperties
{
    private static readonly Config Thorough = Tries.Of(400);

    [Fact]
    public void A_score_is_the_direct_sum_to_the_last_of_nine_places() =>
        Holds(ScoreCase.Any, c => c.Engine.Score(c.Touches, c.At) == ScoreOracle.Score(c.Model, c.Touches, c.At));

    [Fact]
    public void Neither_order_nor_repeats_matter() =>
        Holds(ScoreCase.Any, c =>
        {
            var score = c.Engine.Score(c.Touches, c.At);
            var mixed = c.Touches.Reverse().Concat(c.Touches).OrderBy(touch => touch.Id.Value, StringComparer.Ordinal);
            return c.Engine.Score(mixed, c.At) == score && c.Engine.Score(c.Touches.Concat(c.Touches), c.At) == score;
        });

    [Fact]
    public void Adding_one_by_one_in_any_order_gives_the_same_digits() =>
        Holds(ScoreCase.Any, c =>
        {
            var forward = Added(c.Engine, c.Counted);
            var backward = Added(c.Engine, c.Counted.Reverse());
            var score = c.Engine.Score(c.Touches, c.At);
            return c.Engine.Score(forward, c.At) == score && c.Engine.Score(backward, c.At) == score && Bits(forward) == Bits(backward);
        });

    [Fact]
    public void Retracting_leaves_what_would_be_had_it_never_come() =>
        Holds(ScoreCase.Any, c =>
        {
            var all = Added(c.Engine, c.Counted);
            var withdrawn = c.Counted.Where((_, index) => index % 3 == 1).ToList();
            var left = withdrawn.Aggregate(all, c.Engine.Retract);
            var kept = c.Counted.Except(withdrawn).ToList();
            var explained = c.Engine.Explain(left, c.At);
            var never = c.Engine.Explain(kept, c.At);
            return explained.Score == never.Score
                && explained.Tenure.LifetimeRaw == never.Tenure.LifetimeRaw
                && explained.Lines.Select(line => (line.Kind, line.Count, line.Raw, line.Value)).SequenceEqual(never.Lines.Select(line => (line.Kind, line.Count, line.Raw, line.Value)))
                && kept.Aggregate(left, c.Engine.Retract).Signals.All(signal => signal == SignalState.Empty);
        });

    [Fact]
    public void The_bits_of_a_state_do_not_remember_a_retraction() =>
        Holds(ScoreCase.Any, c =>
        {
            // What was too old to be kept beside the newest of its kind is not had back, and counts at no instant that the state answers for.
            var known = c.Counted.Where(touch => touch.Quantity > 0).ToList();
            var newest = known.GroupBy(touch => touch.Kind).Select(kind => kind.MaxBy(touch => touch.OccurredAt)!).ToList();
            if (known.Except(newest).FirstOrDefault() is not { } other)
            {
                return true;
            }

            var left = c.Engine.Retract(Added(c.Engine, known), other);
            var never = Added(c.Engine, known.Where(touch => touch != other));
            return Sums(left) == Sums(never);
        });

    [Fact]
    public void An_explanation_adds_up_exactly_and_says_what_it_left_out() =>
        Holds(ScoreCase.Any, c =>
        {
            var explanation = c.Engine.Explain(c.Touches, c.At);
            var sum = explanation.Lines.Sum(line => line.Value) + explanation.Adjustments.Sum(adjustment => adjustment.Amount);
            var ignored = explanation.Ignored!;
            return explanation.Score == sum
                && explanation.Score == c.Engine.Score(c.Touches, c.At)
                && explanation.Adjustments.All(adjustment => adjustment.Amount != 0)
                && explanation.Lines.Sum(line => line.Count) == c.Counted.Count()
                && ignored.RepeatedId + ignored.AfterInstant + ignored.UnknownKind + c.Counted.Count() == c.Touches.Length
                && ignored.RepeatedId == c.Touches.Length - c.Touches.DistinctBy(touch => touch.Id).Count()
                && ignored.AfterInstant == c.Touches.DistinctBy(touch => touch.Id).Count(touch => touch.OccurredAt > c.At);
        });

    [Fact]
    public void A_draft_that_is_loaded_again_goes_on_as_a_state_does() =>
        Holds(ScoreCase.Any, c =>
        {
            var draft = new ScoreDraft(c.Engine.Plan);
            var state = c.Engine.Empty;
            foreach (var touch in c.Counted)
            {
                draft.Load(state);
                draft.Add(touch.Kind, touch.OccurredAt, touch.Quantity);
                state = draft.Freeze();
            }

            return Bits(state) == Bits(Added(c.Engine, c.Counted)) && draft.Score(c.At) == c.Engine.Score(c.Touches, c.At);
        });

    [Fact]
    public void Asking_in_between_changes_no_bit() =>
        Prop.ForAll(ScoreCase.Any, c =>
        {
            // Heavy touchpoints every quarter of an hour, so that blocks leave sight while they still hold something; every seventh comes late.
            var (asked, silent) = (new ScoreDraft(c.Engine.Plan), new ScoreDraft(c.Engine.Plan));
            var newest = ScoreCase.Start;
            for (var step = 0; step < 400; step++)
            {
                var at = ScoreCase.Start + Duration.FromMinutes((step - (step % 7 == 6 ? 40 : 0)) * (15 + c.Touches.Length));
                newest = Instant.Max(newest, at);
                asked.Add(c.Model.Signals[step % c.Model.Signals.Length].Kind, at, 10_000);
                silent.Add(c.Model.Signals[step % c.Model.Signals.Length].Kind, at, 10_000);
                asked.Score(newest);
            }

            return Enumerable.Range(0, 70).Select(hours => ElapsedTime.NanosOf(newest + Duration.FromHours(hours)))
                .All(t => Enumerable.Range(0, c.Model.Signals.Length).All(index => asked.RawAt(index, t) == Fresh(silent).RawAt(index, t)));

            ScoreDraft Fresh(ScoreDraft draft)
            {
                var loaded = new ScoreDraft(draft.Plan);
                loaded.Load(draft.Freeze());
                return loaded;
            }
        }).Check(Thorough.WithMaxTest(60));

    private static ScoreState Added(ScoreEngine engine, IEnumerable<Touch> touches) => touches.Aggregate(engine.Empty, engine.Add);

    private static string Sums(ScoreState state) =>
        string.Join('|', state.Signals.Select(signal => $"{signal.NewestBlock}:{string.Join(',', signal.Blocks)}:{signal.Count}:{signal.Lifetime}"));

    private static string Bits(ScoreState state) =>
        $"{state.SeenUntil?.ToUnixTimeTicks()} {state.Band} {Sums(state)} {string.Join('|', state.Signals.Select(signal => $"{signal.FirstAt}{signal.NewestAt}"))}";

    private static void Holds(Arbitrary<ScoreCase> cases, Func<ScoreCase, bool> property) => Prop.ForAll(cases, property).Check(Thorough);
}
