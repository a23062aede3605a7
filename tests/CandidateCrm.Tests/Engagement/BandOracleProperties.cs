using CandidateCrm.Engagement;
using CandidateCrm.Fixtures;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Engagement;

/// <summary>Bands and their next change against scores that are summed up again from nothing, in 60 digits.</summary>
public sealed class BandOracleProperties
{
    private static readonly Duration Millisecond = Duration.FromMilliseconds(1);
    private static readonly Duration Horizon = Duration.FromDays(7_000);

    [Fact]
    public void The_next_change_is_what_bisecting_the_slow_score_finds() =>
        Holds(ScoreCase.NeverNegative, 60, c =>
        {
            var few = c with { Touches = [.. c.Touches.Take(15)] };
            var state = few.Engine.Path(few.Touches, few.At).State;
            var next = few.Engine.NextBandChange(state, few.At);
            var exit = few.Model.Bands.Single(band => band.Key == state.Band) is { Enter: { } enter } band ? band.Exit ?? enter : (decimal?)null;
            if (exit is null || First(few.At, t => ScoreOracle.Score(few.Model, few.Kept, t) < exit) is not { } follows)
            {
                return next is null || (exit is null && next.To != state.Band);
            }

            var threshold = ScoreOracle.Units(exit.Value);
            var meets = First(few.At, t => ScoreOracle.Unrounded(few.Model, few.Kept, t) < threshold);
            var expected = meets is null || meets == few.At ? follows : meets.Value;
            return next is not null && Near(next.At, expected);
        });

    [Fact]
    public void Falling_below_is_what_bisecting_the_unrounded_slow_score_finds() =>
        Holds(ScoreCase.NeverNegative, 60, c =>
        {
            var few = c with { Touches = [.. c.Touches.Take(15)] };
            var state = few.Engine.Path(few.Touches, few.At).State;
            var value = decimal.Round(few.Engine.Score(state, few.At) / 3, 3) + 0.123456m;
            var threshold = ScoreOracle.Units(value);
            var expected = First(few.At, t => ScoreOracle.Unrounded(few.Model, few.Kept, t) < threshold);
            var found = few.Engine.FallsBelow(state, value, few.At);
            return expected is { } at ? found is { } fall && Near(fall, at) : found is null;
        });

    [Fact]
    public void The_band_of_the_fold_is_that_of_looking_every_hour() =>
        Holds(ScoreCase.NeverNegative, 40, c =>
        {
            // Touchpoints on whole hours within ten days, so that in between the score only falls.
            var touches = c.Counted.Take(12).Select(touch => touch with { OccurredAt = ScoreCase.Start + Duration.FromHours((int)(touch.OccurredAt - ScoreCase.Start).TotalHours % 240) }).ToList();
            var fold = new FoldedBand(c.Engine, touches);
            var band = 0;
            foreach (var at in Enumerable.Range(0, 265).Select(hour => ScoreCase.Start + Duration.FromHours(hour)).SkipWhile(at => touches.All(touch => touch.OccurredAt > at)))
            {
                var before = touches.Where(touch => touch.OccurredAt < at);
                band = ScoreOracle.Next(c.Model, band, ScoreOracle.Score(c.Model, before, at - Duration.FromSeconds(1)));
                band = ScoreOracle.Next(c.Model, band, ScoreOracle.Score(c.Model, touches, at));
                if (fold.At(at) != band)
                {
                    return false;
                }
            }

            return true;
        });

    /// <summary>The first millisecond, on a grid that begins at the instant, from which on the condition holds; it must go on to hold.</summary>
    private static Instant? First(Instant from, Func<Instant, bool> holds)
    {
        if (holds(from))
        {
            return from;
        }

        if (!holds(from + Horizon))
        {
            return null;
        }

        var (below, above) = (0L, (long)Horizon.TotalMilliseconds);
        while (above - below > 1)
        {
            var middle = below + ((above - below) / 2);
            (below, above) = holds(from + (Millisecond * middle)) ? (below, middle) : (middle, above);
        }

        return from + (Millisecond * above);
    }

    private static bool Near(Instant one, Instant other) => Duration.Max(one - other, other - one) <= Millisecond;

    private static void Holds(Arbitrary<ScoreCase> cases, int count, Func<ScoreCase, bool> property) =>
        Prop.ForAll(cases, property).Check(Tries.Of(count));

    /// <summary>Walks as the fold does: alarms on their seconds, touchpoints at theirs.</summary>
    private sealed class FoldedBand(ScoreEngine engine, List<Touch> touches)
    {
        private readonly ScoreDraft _draft = new(engine.Plan);
        private readonly Queue<IGrouping<Instant, Touch>> _rest = new(touches.GroupBy(touch => touch.OccurredAt).OrderBy(group => group.Key));
        private Instant? _alarm;

        internal int At(Instant at)
        {
            while (_rest.TryPeek(out var group) && group.Key <= at)
            {
                Ring(before: group.Key);
                foreach (var touch in _rest.Dequeue())
                {
                    _draft.Add(touch.Kind, touch.OccurredAt, touch.Quantity);
                }

                _draft.SettleInFold(group.Key, touched: true);
                _alarm = _draft.NextBandChangeOnSecond(group.Key);
            }

            Ring(before: at + Duration.Epsilon);
            return _draft.Band;
        }

        private void Ring(Instant before)
        {
            while (_alarm is { } at && at < before)
            {
                Assert.NotNull(_draft.SettleInFold(at, touched: false));
                _alarm = _draft.NextBandChangeOnSecond(at);
            }
        }
    }
}
