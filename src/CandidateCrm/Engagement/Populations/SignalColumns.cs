using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>Scores as a number for each signal: what it was at one instant. One power a signal serves everybody; values, caps and saturation are then those of each row.</summary>
internal sealed class SignalColumns : IThresholdSearch
{
    private readonly ScorePlan _plan;
    private readonly Int128 _since;
    private readonly int _rows;
    private readonly double[]?[] _raws;
    private readonly double[] _sightErrors;

    internal SignalColumns(ScorePlan plan, ImmutableArray<ScoreState> states, Instant since)
    {
        _plan = plan;
        _since = ElapsedTime.NanosOf(since);
        _rows = states.Length;
        _raws = new double[]?[plan.Signals.Length];
        _sightErrors = new double[plan.Signals.Length];
        var draft = new ScoreDraft(plan);
        for (var row = 0; row < states.Length; row++)
        {
            draft.Load(states[row]);
            for (var index = 0; index < _raws.Length; index++)
            {
                if (draft.Signals[index].Count > 0 && plan.Signals[index].Size != 0)
                {
                    (_raws[index] ??= new double[_rows])[row] = (double)draft.RawAt(index, _since) * FixedPoint.Unit;
                    _sightErrors[index] = Math.Max(_sightErrors[index], (double)draft.Signals[index].Lifetime * FixedPoint.Unit * 1.1e-19);
                }
            }
        }
    }

    public int Count(ThresholdQuestion question)
    {
        var count = 0;
        Walk(question, _ => count++);
        return count;
    }

    public void Collect(ThresholdQuestion question, ImmutableArray<int>.Builder rows) => Walk(question, rows.Add);

    private void Walk(ThresholdQuestion question, Action<int> found)
    {
        var totals = new RowTotals(_plan, PopulationPass.MostRows);
        var chunk = new double[PopulationPass.MostRows];
        var decays = Array.ConvertAll(_plan.Signals, signal => DecayOf(signal, question.At));
        for (var from = 0; from < _rows; from += PopulationPass.MostRows)
        {
            var count = Math.Min(PopulationPass.MostRows, _rows - from);
            totals.Clear();
            for (var index = 0; index < _raws.Length; index++)
            {
                if (_raws[index] is { } raws)
                {
                    raws.AsSpan(from, count).CopyTo(chunk);
                    totals.Add(_plan.Signals[index], chunk, decays[index], Decays.RelativeError, _sightErrors[index]);
                }
            }

            for (var row = 0; row < count; row++)
            {
                var total = totals.Of(row, out var doubts);
                var isDoubtful = doubts >= RowTotals.TooMany || (doubts > 0 && Int128.Abs(total - question.Threshold) <= 1);
                if (isDoubtful ? question.IsExactlyAtOrAbove(from + row) : total >= question.Threshold)
                {
                    found(from + row);
                }
            }
        }
    }

    private double DecayOf(SignalPlan signal, Instant at) =>
        signal.Fading is { } fading ? ExactMath.Exp2(-(double)(ElapsedTime.NanosOf(at) - _since) / fading.Nanos) : 1;
}
