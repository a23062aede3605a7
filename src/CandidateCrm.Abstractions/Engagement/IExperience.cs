using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>How the candidates of one tenant have experienced us, by peak and end. It is for repairing relationships: nothing that ranks candidates reads it.</summary>
public interface IExperience
{
    /// <summary>
    /// Summarizes the experience of a candidate as of an instant, per application and as a whole; null where nothing is known of the candidate by then. Moments are
    /// promises kept and broken, silence at a deadline, outcomes, and answers to surveys told as custom facts.
    /// </summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="asOf">The instant; null for now.</param>
    /// <param name="model">How good or bad moments are, and what peak, end and mean weigh; <see cref="ExperienceModel.Default"/> where it is null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<CandidateExperience?> SummarizeAsync(CandidateId candidate, Instant? asOf = null, ExperienceModel? model = null, CancellationToken cancellationToken = default);
}
