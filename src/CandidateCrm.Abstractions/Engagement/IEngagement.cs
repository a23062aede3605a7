using CandidateCrm.Candidates;
using CandidateCrm.Jobs;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>How engaged the candidates of one tenant are.</summary>
public interface IEngagement
{
    /// <summary>Explains a score as of an instant, now by default, from the timeline; null where nothing is known of the candidate by then.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="score">The score.</param>
    /// <param name="asOf">The instant; null for now.</param>
    /// <param name="fadedBelow">The size of a value of which each line says when it falls below it; 1 by default.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The tenant's rules have no such score.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fadedBelow"/> is not -1,000,000,000,000 to 1,000,000,000,000, whether the candidate is known or not.</exception>
    ValueTask<ScoreExplanation?> ExplainAsync(
        CandidateId candidate, ScoreKey score, Instant? asOf = null, decimal fadedBelow = 1m, CancellationToken cancellationToken = default);

    /// <summary>Says how long relationships have lasted by an instant, now by default, and how many touchpoints they took. Reads every timeline of the tenant once.</summary>
    ValueTask<RelationshipEffort> MeasureAsync(Instant? asOf = null, CancellationToken cancellationToken = default);

    /// <summary>Returns the candidates with the highest score now, highest first, ties by candidate id. Reads every relationship of the tenant once.</summary>
    /// <exception cref="ArgumentException">The tenant's rules have no such score.</exception>
    ValueTask<IReadOnlyList<RankedCandidate>> TopAsync(ScoreKey score, int count, CancellationToken cancellationToken = default);

    /// <summary>
    /// Says how well models would have told an outcome: each candidate is scored at instants of the past from what was recorded by then, and what followed within the
    /// horizon is compared with it. Bands are those that the relationship had or would have had. Erased candidates are not in it. Reads every timeline of the tenant
    /// once, one at a time; cancelled, it leaves nothing behind.
    /// </summary>
    /// <param name="terms">At which instants, and what is looked for.</param>
    /// <param name="progress">Hears after every 100 candidates, and at the end; of where the run stands once.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">There is no model and the rules in force have no score, the first instant lies after the last one, or there are more than <see
    /// cref="BacktestTerms.MostInstants"/>.</exception>
    /// <exception cref="InvalidScoringModelException">A model has faults, or bears the key and the version of an earlier one; all of them are named, with the model's place, such as <c>models[1]</c>.</exception>
    ValueTask<BacktestReport> BacktestAsync(BacktestTerms terms, IProgress<BacktestProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Starts a job that replays everybody's timeline by the rules in force, and writes what differs: scores, and whatever else of the relationship does not stand as the
    /// rules have it; a band that changes because the model did is told as <see cref="BandChanged.ByRules"/>. A publication that changes a model does so by itself: this
    /// is for whoever wants to be sure, or cancelled that. While one goes on or is paused, it is that one; one that is over begins again.
    /// </summary>
    /// <param name="by">Who asks for it.</param>
    /// <param name="why">Why, in 0 to 500 characters.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The reason is longer than 500 characters, or has half a surrogate pair.</exception>
    /// <exception cref="BusyException">The document of the job changed again and again meanwhile; nothing was written, and trying again is safe.</exception>
    ValueTask<Job> RescoreAsync(Actor by, string why = "", CancellationToken cancellationToken = default);
}
