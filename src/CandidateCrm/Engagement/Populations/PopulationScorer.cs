using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>
/// Scores a whole population anew, in memory: what another model would say of everybody. Sums are taken in doubles, many at once, with a bound of what they may be off; where that could touch a band, or more
/// than one unit of the ninth place, the row is summed up exactly. Safe for every thread.
/// </summary>
public sealed class PopulationScorer
{
    private readonly ScorePlan _plan;

    /// <summary>Prepares an engine's model.</summary>
    public PopulationScorer(ScoreEngine engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        _plan = engine.Plan;
    }

    /// <summary>
    /// Scores every row at an instant, floored to microseconds. A row's band is decided on the one that it had in <paramref name="before"/>, scores of the same columns by a model with the same bands at an earlier instant;
    /// without them only the entering thresholds count, as for somebody without history.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies outside the years 1700 to 2199.</exception>
    /// <exception cref="ArgumentException">The scores before are of another number of rows or bands.</exception>
    public PopulationScores Score(TouchColumns columns, Instant at, PopulationScores? before = null)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (before is not null && (before.Rows != columns.Rows || before.CountByBand().Length != _plan.Model.Bands.Length))
        {
            throw new ArgumentException("The scores before must be of the same rows, by a model with as many bands.", nameof(before));
        }

        if (at < TouchColumns.Earliest || at >= TouchColumns.Latest)
        {
            throw new ArgumentOutOfRangeException(nameof(at), at, "Columns are scored at instants of the years 1700 to 2199.");
        }

        var pass = new PopulationPass(_plan, columns, Microseconds.Floor(at), before);
        for (var row = 0; row < columns.Rows; row += PopulationPass.MostRows)
        {
            pass.Score(row, Math.Min(PopulationPass.MostRows, columns.Rows - row));
        }

        return pass.Result();
    }
}
