using System.Collections.Immutable;
using System.Numerics;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>Scores that fade alike, as one number each: what they were at one instant. A threshold grows backwards instead of every score fading forwards. The numbers are coarse, and only preselect.</summary>
internal sealed class AlikeColumn : IThresholdSearch
{
    private const int BlockRows = 4_096;

    // A float is off by 2^-24 of itself, the scaling by far less.
    private const double Coarse = 1.3e-7;

    private readonly ScoreScale _scale;
    private readonly HalfLifePlan _halfLife;
    private readonly Int128 _since;
    private readonly float[] _scores;
    private readonly double _grain;

    internal AlikeColumn(ScorePlan plan, ImmutableArray<ScoreState> states, Instant since)
    {
        _scale = plan.Rounded;
        _halfLife = plan.HalfLives[0];
        _since = ElapsedTime.NanosOf(since);
        _scores = new float[states.Length];
        var draft = new ScoreDraft(plan);
        var most = 0.0;
        for (var row = 0; row < states.Length; row++)
        {
            draft.Load(states[row]);
            _scores[row] = (float)(Sum(draft, out var size) * FixedPoint.Unit);
            most = Math.Max(most, size);
        }

        // Each value is rounded to nine places; what goes out of sight of the exact sums is 2^-63 of what there ever was.
        _grain = (5.1e-10 * plan.Signals.Length) + (most * 2e-15);
    }

    /// <summary>Says that one number a candidate holds all: one half-life, no cap, no saturation, no group, but perhaps a floor and a ceiling.</summary>
    internal static bool CanHold(ScorePlan plan) =>
        plan.HalfLives.Length == 1 && plan.Signals.All(signal => signal.IsPlain && (signal.Fading is not null || signal.Size == 0));

    public int Count(ThresholdQuestion question)
    {
        if (IsDecided(question, out var all))
        {
            return all ? _scores.Length : 0;
        }

        var (low, high) = Edges(question);
        var count = 0;
        for (var from = 0; from < _scores.Length; from += BlockRows)
        {
            var block = _scores.AsSpan(from, Math.Min(BlockRows, _scores.Length - from));
            var sure = CountAtOrAbove(block, high);
            count += sure;
            if (CountAtOrAbove(block, low) != sure)
            {
                count += Doubtful(block, low, high).Count(index => question.IsExactlyAtOrAbove(from + index));
            }
        }

        return count;
    }

    public void Collect(ThresholdQuestion question, ImmutableArray<int>.Builder rows)
    {
        var isDecided = IsDecided(question, out var all);
        var (low, high) = Edges(question);
        for (var row = 0; row < _scores.Length; row++)
        {
            if (isDecided ? all : _scores[row] >= high || (_scores[row] >= low && question.IsExactlyAtOrAbove(row)))
            {
                rows.Add(row);
            }
        }
    }

    private static List<int> Doubtful(ReadOnlySpan<float> block, float low, float high)
    {
        var doubtful = new List<int>();
        for (var index = 0; index < block.Length; index++)
        {
            if (block[index] >= low && !(block[index] >= high))
            {
                doubtful.Add(index);
            }
        }

        return doubtful;
    }

    private static int CountAtOrAbove(ReadOnlySpan<float> block, float threshold)
    {
        var least = new Vector<float>(threshold);
        var hits = Vector<int>.Zero;
        var index = 0;
        for (; index <= block.Length - Vector<float>.Count; index += Vector<float>.Count)
        {
            hits -= Vector.GreaterThanOrEqual(new Vector<float>(block[index..]), least);
        }

        var count = Vector.Sum(hits);
        for (; index < block.Length; index++)
        {
            count += block[index] >= threshold ? 1 : 0;
        }

        return count;
    }

    /// <summary>Says that all rows have one answer: beyond a floor or a ceiling, or when everything has faded.</summary>
    private bool IsDecided(ThresholdQuestion question, out bool all)
    {
        var isFaded = ElapsedTime.NanosOf(question.At) - _since >= (Int128)_halfLife.Nanos * (HalfLifePlan.LiveBlocks + 1);
        all = question.Threshold <= _scale.Floor || (isFaded && _scale.Limited(0) >= question.Threshold);
        return all || isFaded || question.Threshold > _scale.Ceiling;
    }

    /// <summary>Returns between which numbers only the state can tell.</summary>
    private (float Low, float High) Edges(ThresholdQuestion question)
    {
        var growth = ExactMath.Exp2((double)(ElapsedTime.NanosOf(question.At) - _since) / _halfLife.Nanos);
        var threshold = (double)question.Threshold * 1e-9 * growth;
        var margin = (_grain * growth) + (Math.Abs(threshold) * Coarse);
        return (MathF.BitDecrement((float)(threshold - margin)), MathF.BitIncrement((float)(threshold + margin)));
    }

    private double Sum(ScoreDraft draft, out double size)
    {
        Int128 sum = 0;
        size = 0;
        for (var index = 0; index < draft.Signals.Length; index++)
        {
            var signal = draft.Plan.Signals[index];
            sum += signal.Signed(draft.RawAt(index, _since));
            size += (double)draft.Signals[index].Lifetime * FixedPoint.Unit;
        }

        return (double)sum;
    }
}
