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

    [Fact]
    public void The_next_change_with_negative_signals_is_what_scanning_the_slow_score_finds() =>
        Holds(ScoreCase.Any, 60, c =>
        {
            var few = c with { Touches = [.. c.Touches.Take(10)] };
            var state = few.Engine.Path(few.Touches, few.At).State;
            var band = few.Engine.Plan.IndexOf(state.Band);
            bool Leaves(Instant t) => ScoreOracle.Next(few.Model, band, ScoreOracle.Score(few.Model, few.Kept, t)) != band;
            bool Meets(Instant t) => ScoreOracle.IsBeyond(few.Model, band, ScoreOracle.Unrounded(few.Model, few.Kept, t));

            // From a minute to years, each step a twelfth longer: what leaves the band on none of these, or comes back at once, is left to the check of the answer itself.
            Instant[] grid = [few.At, .. Enumerable.Range(0, 190).Select(step => few.At + (Duration.FromMinutes(1) * Math.Pow(13 / 12.0, step)))];
            var first = Array.FindIndex(grid, Leaves);
            if (few.Engine.NextBandChange(state, few.At) is not { } next)
            {
                return first < 0;
            }

            var stays = grid.TakeWhile(t => t < next.At).All(t => !Leaves(t));
            var leaves = Leaves(next.At) || new[] { Millisecond, Duration.FromMinutes(1), Duration.FromHours(1), Duration.FromDays(1), Duration.FromDays(30) }.Any(delay => Leaves(next.At + delay));

            // A score that rises slowly is rounded up to the threshold some milliseconds before it meets it.
            return stays && leaves && (first < 1 || next.At <= Crossing(Meets(grid[first]) ? Meets : Leaves, grid[first - 1], grid[first]) + Millisecond);
        });

    [Fact]
    public void The_band_of_the_fold_is_confirmed_by_the_slow_score_where_signals_nearly_cancel() =>
        Holds(ScoreCase.Cancelling, 60, c =>
        {
            var draft = new ScoreDraft(c.Engine.Plan);
            var told = c.Counted.OrderBy(touch => touch.OccurredAt).ToList();
            foreach (var touch in told)
            {
                draft.Add(touch.Kind, touch.OccurredAt, touch.Quantity);
                draft.SettleInFold(touch.OccurredAt, touched: true);
            }

            // Where rounding alone decides for long, an alarm may ring too early, but not often; what it makes flicker is followed for a while.
            return told.Count == 0 || Confirmed(c, draft, told, (told[^1].OccurredAt, told[^1].OccurredAt + Duration.FromDays(300)), mostEarly: 10, mostAlarms: 25);
        });

    [Fact]
    public void The_band_of_the_fold_with_negative_signals_is_confirmed_by_the_slow_score_between_its_alarms_and_at_them() =>
        Holds(ScoreCase.Any, 60, c =>
        {
            var draft = new ScoreDraft(c.Engine.Plan);
            var told = new List<Touch>();
            var from = ScoreCase.Start - Duration.FromDays(1);
            foreach (var touch in c.Counted.Take(8).OrderBy(touch => touch.OccurredAt))
            {
                if (!Confirmed(c, draft, told, (from, touch.OccurredAt)))
                {
                    return false;
                }

                told.Add(touch);
                draft.Add(touch.Kind, touch.OccurredAt, touch.Quantity);
                var before = draft.Band;
                var due = ScoreOracle.Next(c.Model, before, ScoreOracle.Score(c.Model, told, touch.OccurredAt));
                draft.SettleInFold(touch.OccurredAt, touched: true);
                if (draft.Band != (due > before || touch.OccurredAt.ToUnixTimeTicks() % NodaConstants.TicksPerSecond == 0 ? due : before))
                {
                    return false;
                }

                from = touch.OccurredAt;
            }

            return Confirmed(c, draft, told, (from, from + Duration.FromDays(300)));
        });

    /// <summary>Walks the alarms before an end: each moves the band to where the slow score says, and between them it stays on every second that is looked at.</summary>
    private static bool Confirmed(ScoreCase c, ScoreDraft draft, List<Touch> told, (Instant From, Instant Until) time, int mostEarly = 0, int mostAlarms = int.MaxValue)
    {
        int Due(Instant at) => ScoreOracle.Next(c.Model, draft.Band, ScoreOracle.Score(c.Model, told, at));
        var early = 0;
        var (from, until) = time;
        for (var alarms = 0; told.Count > 0 && alarms < mostAlarms; alarms++)
        {
            var alarm = draft.NextBandChangeOnSecond(from);
            var end = alarm is { } rings && rings < until ? rings : until;
            if (Seconds(from, end).Any(at => Due(at) != draft.Band))
            {
                return false;
            }

            if (end != alarm)
            {
                return true;
            }

            var due = Due(end);
            early += due == draft.Band ? 1 : 0;
            draft.SettleInFold(end, touched: false);
            if (early > mostEarly || draft.Band != due)
            {
                return false;
            }

            from = end;
        }

        return true;
    }

    /// <summary>Whole seconds between two instants, more of them towards both ends.</summary>
    private static IEnumerable<Instant> Seconds(Instant from, Instant until)
    {
        var (first, last) = (from.ToUnixTimeSeconds() + 1, until.ToUnixTimeTicks() % NodaConstants.TicksPerSecond == 0 ? until.ToUnixTimeSeconds() - 1 : until.ToUnixTimeSeconds());
        return Enumerable.Range(0, 7).Select(step => 1L << (step * 3)).SelectMany(step => new[] { first + step - 1, last - step + 1 })
            .Concat(Enumerable.Range(1, 9).Select(part => first + ((last - first) * part / 10)))
            .Where(second => second >= first && second <= last).Distinct().Select(Instant.FromUnixTimeSeconds);
    }

    /// <summary>A millisecond, between an instant at which the condition does not hold and one at which it does, at which it begins to.</summary>
    private static Instant Crossing(Func<Instant, bool> holds, Instant below, Instant above)
    {
        while (above - below > Millisecond)
        {
            var middle = below + ((above - below) / 2);
            (below, above) = holds(middle) ? (below, middle) : (middle, above);
        }

        return above;
    }

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
