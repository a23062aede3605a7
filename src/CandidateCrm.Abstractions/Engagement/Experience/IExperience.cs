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
    /// <param name="model">How good or bad moments are, and what peak, end and mean weigh; where it is null, the model that the tenant's rules had at the instant, and <see cref="ExperienceModel.Default"/> where they had none.</param>
    /// <param name="told">Moments that the timeline does not know of, told by the host; one after the instant does not count. They are not kept.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidExperienceModelException">The model that is given has faults; all of them are listed. One without moments and surveys will do where moments are told.</exception>
    /// <exception cref="ArgumentException">A moment that is told bears the id of another one with other content, or names an application of which nothing was told.</exception>
    ValueTask<CandidateExperience?> SummarizeAsync(
        CandidateId candidate, Instant? asOf = null, ExperienceModel? model = null, IReadOnlyCollection<ExperienceMoment>? told = null, CancellationToken cancellationToken = default);
}
