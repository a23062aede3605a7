using CandidateCrm.Engagement;
using CandidateCrm.Fixtures;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Engagement;

/// <summary>Laws that a score keeps whatever its numbers are.</summary>
public sealed class ScoreLawProperties
{
    private static readonly Config Thorough = Tries.Of(400);

    [Fact]
    public void Without_limits_the_sums_of_two_heaps_add_up_to_the_bit() =>
        Holds(c =>
        {
            var (left, right) = Halves(c);
            var one = Added(c.Engine, left);
            var other = Added(c.Engine, right);
            var both = Added(c.Engine, left.Concat(right));
            return Enumerable.Range(0, c.Model.Signals.Length).All(index =>
                both.Signals[index].Lifetime == one.Signals[index].Lifetime + other.Signals[index].Lifetime
                && both.Signals[index].Count == one.Signals[index].Count + other.Signals[index].Count
                && Live(both.Signals[index]).All(block => BlockOf(both, index, block) == BlockOf(one, index, block) + BlockOf(other, index, block)));
        });

    [Fact]
    public void Without_limits_scores_add_up_as_far_as_nine_places_go() =>
        Holds(c =>
        {
            var free = c with { Model = Unlimited(c.Model) };
            var (left, right) = Halves(free);
            var apart = free.Engine.Score(left, c.At) + free.Engine.Score(right, c.At);
            return Math.Abs(apart - free.Engine.Score(left.Concat(right), c.At)) <= 0.0000000015m * c.Model.Signals.Length;
        });

    [Fact]
    public void A_heavier_signal_never_lowers_a_score() =>
        Prop.ForAll(ScoreCase.Any, Arb.From(Gen.Choose(0, 4)), Arb.From(Gen.Choose(1, 3_000)), (c, signal, more) =>
        {
            var index = signal % c.Model.Signals.Length;
            var heavier = c.Model.Signals[index] with { Weight = c.Model.Signals[index].Weight + (more / 100m) };
            var other = new ScoreEngine(c.Model with { Signals = c.Model.Signals.SetItem(index, heavier) });
            return other.Score(c.Touches, c.At) >= c.Engine.Score(c.Touches, c.At);
        }).Check(Thorough);

    [Fact]
    public void Any_order_any_repeats_and_what_was_taken_back_leave_the_same_explanation() =>
        Prop.ForAll(ScoreCase.Any, Arb.From(Gen.Choose(0, int.MaxValue)), (c, seed) =>
        {
#pragma warning disable CA5394 // The case decides the order.
            var random = new Random(seed);
            Touch[] mixed = [.. c.Touches, .. c.Touches.Where(_ => random.Next(2) == 0).Select(touch => touch with { })];
            random.Shuffle(mixed);
#pragma warning restore CA5394
            var straight = c.Engine.Explain(c.Touches, c.At);
            var shuffled = c.Engine.Explain(mixed, c.At);
            return straight.Lines.SequenceEqual(shuffled.Lines)
                && straight.Adjustments.SequenceEqual(shuffled.Adjustments)
                && straight.Tenure == shuffled.Tenure
                && (straight.Score, straight.Band) == (shuffled.Score, shuffled.Band);
        }).Check(Thorough);

    private static (List<Touch> Left, List<Touch> Right) Halves(ScoreCase c)
    {
        var counted = c.Counted.ToList();
        return ([.. counted.Where((_, index) => index % 2 == 0)], [.. counted.Where((_, index) => index % 2 == 1)]);
    }

    private static ScoringModel Unlimited(ScoringModel model) => model with
    {
        Signals = [.. model.Signals.Select(signal => signal with { Cap = null, Saturation = null, Group = null })],
        Groups = [],
        Floor = null,
        Ceiling = null,
    };

    private static IEnumerable<long> Live(SignalState signal) => Enumerable.Range(0, signal.Blocks.Length).Select(age => signal.NewestBlock - age);

    private static Int128 BlockOf(ScoreState state, int signal, long block)
    {
        var age = state.Signals[signal].NewestBlock - block;
        return age >= 0 && age < state.Signals[signal].Blocks.Length ? state.Signals[signal].Blocks[(int)age] : 0;
    }

    private static ScoreState Added(ScoreEngine engine, IEnumerable<Touch> touches) => touches.Aggregate(engine.Empty, engine.Add);

    private static void Holds(Func<ScoreCase, bool> property) => Prop.ForAll(ScoreCase.Any, property).Check(Thorough);
}
