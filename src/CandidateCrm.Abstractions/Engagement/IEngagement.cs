using CandidateCrm.Candidates;
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
    ValueTask<ScoreExplanation?> ExplainAsync(
        CandidateId candidate, ScoreKey score, Instant? asOf = null, decimal fadedBelow = 1m, CancellationToken cancellationToken = default);

    /// <summary>Says how long relationships have lasted by an instant, now by default, and how many touchpoints they took. Reads every timeline of the tenant once.</summary>
    ValueTask<RelationshipEffort> MeasureAsync(Instant? asOf = null, CancellationToken cancellationToken = default);

    /// <summary>Returns the candidates with the highest score now, highest first, ties by candidate id. Reads every relationship of the tenant once.</summary>
    /// <exception cref="ArgumentException">The tenant's rules have no such score.</exception>
    ValueTask<IReadOnlyList<RankedCandidate>> TopAsync(ScoreKey score, int count, CancellationToken cancellationToken = default);
}
