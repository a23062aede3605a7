using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>How engaged the candidates of one tenant are.</summary>
public interface IEngagement
{
    /// <summary>Explains a score as of an instant, now by default, from the timeline; null where nothing is known of the candidate by then.</summary>
    /// <exception cref="ArgumentException">The tenant's rules have no such score.</exception>
    ValueTask<ScoreExplanation?> ExplainAsync(CandidateId candidate, ScoreKey score, Instant? asOf = null, CancellationToken cancellationToken = default);

    /// <summary>Returns the candidates with the highest score now, highest first, ties by candidate id. Reads every relationship of the tenant once.</summary>
    /// <exception cref="ArgumentException">The tenant's rules have no such score.</exception>
    ValueTask<IReadOnlyList<RankedCandidate>> TopAsync(ScoreKey score, int count, CancellationToken cancellationToken = default);
}
