using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>
/// The scores of many candidates in memory, taken from their states, for asking again and again, at later and later instants, who is at or above a threshold. Where one half-life
/// serves all signals and none is capped or saturates, everybody fades alike: then the threshold is scaled once and compared, and no power is computed for anybody. What lies too near
/// to it is asked of the state. Safe for every thread.
/// </summary>
public sealed class ScoreColumns
{
    private readonly ScoreEngine _engine;
    private readonly ImmutableArray<ScoreState> _states;
    private readonly IThresholdSearch _search;

    /// <summary>Takes over states of an engine's model; rows are numbered as they stand.</summary>
    /// <exception cref="ArgumentException">A state belongs to another model or version.</exception>
    public ScoreColumns(ScoreEngine engine, IEnumerable<ScoreState> states)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(states);
        _engine = engine;
        _states = [.. states];
        Since = _states.Max(state => state.SeenUntil) ?? NodaConstants.UnixEpoch;
        _search = AlikeColumn.CanHold(engine.Plan) ? new AlikeColumn(engine.Plan, _states, Since) : new SignalColumns(engine.Plan, _states, Since);
    }

    /// <summary>Gets how many candidates there are.</summary>
    public int Rows => _states.Length;

    /// <summary>Gets from when on the columns answer: the newest touchpoint that any state saw.</summary>
    public Instant Since { get; }

    /// <summary>Returns how many scores are at or above a threshold; it is the number that asking every state would give.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies before <see cref="Since"/>, or the threshold is not -1,000,000,000,000 to 1,000,000,000,000.</exception>
    public int CountAtOrAbove(decimal threshold, Instant at) => _search.Count(Asked(threshold, at));

    /// <summary>Returns the rows whose scores are at or above a threshold, ascending; they are those that asking every state would give.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies before <see cref="Since"/>, or the threshold is not -1,000,000,000,000 to 1,000,000,000,000.</exception>
    public ImmutableArray<int> RowsAtOrAbove(decimal threshold, Instant at)
    {
        var rows = ImmutableArray.CreateBuilder<int>();
        _search.Collect(Asked(threshold, at), rows);
        return rows.ToImmutable();
    }

    private ThresholdQuestion Asked(decimal threshold, Instant at)
    {
        ScoreBounds.Checked(threshold, ScoreBounds.Threshold(threshold));
        return at < Since
            ? throw new ArgumentOutOfRangeException(nameof(at), at, "Columns answer at or after the newest touchpoint that any of their states saw.")
            : new ThresholdQuestion(FixedPoint.CeilingNanos(threshold), at, IsExactlyAtOrAbove);
    }

    private bool IsExactlyAtOrAbove(int row, ThresholdQuestion question)
    {
        var draft = _engine.Lend(_states[row]);
        var isAbove = draft.TotalAt(_engine.Plan.Rounded, ElapsedTime.NanosOf(question.At)) >= question.Threshold;
        _engine.TakeBack(draft);
        return isAbove;
    }
}
