using CandidateCrm.Engagement;
using CandidateCrm.Fixtures;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Engagement;

public sealed class BandProperties
{
    private static readonly Duration Millisecond = Duration.FromMilliseconds(1);
    private static readonly Config Thorough = Tries.Of(400);

    [Fact]
    public void The_path_is_that_of_the_oracle() =>
        Holds(ScoreCase.Any, c => c.Engine.Path(c.Touches, c.At).Changes
            .Select(change => (change.From, change.To, change.At))
            .SequenceEqual(ScoreOracle.Path(c.Model, c.Touches, c.At)));

    [Fact]
    public void Settling_a_state_in_order_walks_the_same_path() =>
        Holds(ScoreCase.Any, c =>
        {
            var state = c.Engine.Empty;
            var changes = new List<BandChange>();
            foreach (var instant in c.Counted.GroupBy(touch => touch.OccurredAt).OrderBy(group => group.Key))
            {
                var settled = c.Engine.Settle(instant.Aggregate(state, c.Engine.Add), instant.Key);
                state = settled.State;
                changes.AddRange(settled.Change is { } change ? [change] : []);
            }

            var last = c.Engine.Settle(state, c.At);
            changes.AddRange(last.Change is { } final ? [final] : []);
            var path = c.Engine.Path(c.Touches, c.At);
            return changes.SequenceEqual(path.Changes) && last.State.Band == path.State.Band && last.State.BandSince == path.State.BandSince && last.Score == path.Score;
        });

    [Fact]
    public void Before_the_next_change_the_band_stays_and_after_it_it_is_another() =>
        Holds(ScoreCase.Any, NextKept);

    [Fact]
    public void At_the_next_change_the_unrounded_score_meets_the_threshold() =>
        Holds(ScoreCase.OneHalfLife, c =>
        {
            var state = c.Engine.Path(c.Touches, c.At).State;
            if (c.Engine.NextBandChange(state, c.At) is not { } next || next.At == c.At)
            {
                return true;
            }

            // One half-life, no saturation: t = T + H · log2(score / exit).
            var exit = c.Model.Bands.Single(band => band.Key == state.Band).Exit!.Value;
            var draft = new ScoreDraft(c.Engine.Plan);
            draft.Load(state);
            var unrounded = (double)draft.TotalAt(c.Engine.Plan.Unrounded, ElapsedTime.NanosOf(c.At)) * FixedPoint.Unit;
            var seconds = 30 * 86_400 * Math.Log2(unrounded / (double)exit);
            return Math.Abs((next.At - c.At).TotalSeconds - seconds) < 0.001 && next.Cause == BandChangeCause.Decay;
        });

    [Fact]
    public void Falling_below_is_right_to_a_millisecond() =>
        Holds(ScoreCase.Any, c =>
        {
            var state = c.Engine.Path(c.Touches, c.At).State;
            var value = c.Engine.Score(state, c.At) / 3 + 0.123456m;
            var falls = c.Engine.FallsBelow(state, value, c.At);
            var plan = new ScoreDraft(c.Engine.Plan);
            plan.Load(state);
            bool Below(Instant t) => plan.TotalAt(c.Engine.Plan.Unrounded, ElapsedTime.NanosOf(t)) < FixedPoint.From(value);
            return falls is { } at
                ? (at == c.At && Below(at)) || (Between(c.At, at).All(t => !Below(t)) && Below(at + Millisecond))
                : Between(c.At, c.At + Duration.FromDays(7_000)).All(t => !Below(t));
        });

    [Fact]
    public void A_line_says_to_a_millisecond_when_its_size_falls_below_the_stated_value() =>
        Holds(ScoreCase.Any, c =>
        {
            const decimal Stated = 1.25m;
            var state = c.Engine.Path(c.Touches, c.At).State;
            var draft = new ScoreDraft(c.Engine.Plan);
            draft.Load(state);
            return c.Engine.Explain(state, c.At, Stated).Lines.All(line =>
            {
                var curve = new SignalCurve(draft, c.Engine.Plan.IndexOf(line.Kind.Value), isRounded: false);
                bool Below(Instant t) => curve.At(ElapsedTime.NanosOf(t)) < FixedPoint.From(Stated);
                return line.FallsBelowAt is { } at
                    ? Below(at + Millisecond) && (at == c.At || !Below(at - Millisecond))
                    : !Below(c.At + Duration.FromDays(7_000));
            });
        });

    [Fact]
    public void In_the_fold_the_band_moves_on_the_second_that_was_foretold() =>
        Holds(ScoreCase.Any, c => FoldKeepsItsWord(c));

    [Fact]
    public void In_the_fold_the_band_moves_on_the_second_that_was_foretold_without_negative_signals() =>
        Holds(ScoreCase.NeverNegative, c => FoldKeepsItsWord(c));

    [Fact]
    public void In_the_fold_looking_between_two_alarms_changes_nothing() =>
        Holds(ScoreCase.Any, c =>
        {
            var state = c.Engine.Path(c.Touches, c.At).State;
            var draft = new ScoreDraft(c.Engine.Plan);
            draft.Load(state);
            var end = c.Engine.NextBandChangeOnSecond(state, c.At) ?? c.At + Duration.FromDays(2_000);
            return Between(c.At + Duration.FromNanoseconds(1), end).All(t => draft.SettleInFold(t, touched: false) is null);
        });

    /// <summary>A score that creeps up to a threshold without ever meeting it is rounded onto it; that is no change to foretell.</summary>
    private static bool IsBlurred(ScoringModel model, decimal score) =>
        model.Bands.Any(band => Math.Abs(score - (band.Enter ?? decimal.MaxValue / 2)) < 0.00000001m || Math.Abs(score - (band.Exit ?? decimal.MaxValue / 2)) < 0.00000001m);

    private static bool NextKept(ScoreCase c)
    {
        var state = c.Engine.Path(c.Touches, c.At).State;
        var next = c.Engine.NextBandChange(state, c.At);
        var end = next?.At ?? c.At + Duration.FromDays(2_000);
        var stays = Between(c.At, end).All(t => c.Engine.Settle(state, t) is var settled && (settled.Change is null || IsBlurred(c.Model, settled.Score)));
        if (next is null)
        {
            return stays;
        }

        // The rounding to nine places blurs the edge; the band follows as soon as the score is a hair beyond.
        var moved = new[] { Millisecond, Duration.FromMinutes(1), Duration.FromDays(1), Duration.FromDays(365) }
            .Select(delay => c.Engine.Settle(state, next.At + delay))
            .FirstOrDefault(settled => settled.Change is not null);
        return stays && next.From == state.Band && moved is not null;
    }

    private static bool FoldKeepsItsWord(ScoreCase c)
    {
        var state = c.Engine.Path(c.Touches, c.At).State;
        if (c.Engine.NextBandChangeOnSecond(state, c.At) is not { } next)
        {
            return WholeSeconds(c.At, c.At + Duration.FromDays(7_000)).All(t => c.Engine.Settle(state, t).Change is null);
        }

        return next > c.At
            && next.ToUnixTimeTicks() % NodaConstants.TicksPerSecond == 0
            && c.Engine.Settle(state, next).Change is { Cause: BandChangeCause.Decay }
            && WholeSeconds(c.At, next).All(t => c.Engine.Settle(state, t).Change is null);
    }

    /// <summary>Rounding signal by signal may flicker for microseconds around a threshold, and the fold does not look there.</summary>
    private static IEnumerable<Instant> WholeSeconds(Instant from, Instant to) =>
        Between(from, to).Append(to - Duration.FromSeconds(1))
            .Select(t => Instant.FromUnixTimeSeconds(t.ToUnixTimeSeconds()))
            .Where(t => t > from && t < to);

    /// <summary>Instants from the first to just before the second: even steps, and ever finer ones towards the end.</summary>
    private static IEnumerable<Instant> Between(Instant from, Instant to)
    {
        var width = to - from;
        for (var step = 0; width > Duration.Zero && step < 40; step++)
        {
            yield return from + (width * step / 40);
            yield return to - Duration.Max(width / (1L << step), Duration.FromTicks(20));
        }
    }

    private static void Holds(Arbitrary<ScoreCase> cases, Func<ScoreCase, bool> property) => Prop.ForAll(cases, property).Check(Thorough);
}
