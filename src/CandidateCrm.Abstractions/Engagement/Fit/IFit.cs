using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>How well the candidates of one tenant match its models of fit, beside how engaged they are. The two are a pair, and never one number.</summary>
public interface IFit
{
    /// <summary>Asks about a candidate as of an instant: the fit by the model in force then, and the band that their score had. Justifications of proxies have to be in force now, whatever instant is asked about. Null where nothing is known of the candidate by then.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="fit">The model.</param>
    /// <param name="asOf">The instant; null for now.</param>
    /// <param name="subject">What is asked over; the one that the host registered where it is null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The tenant's rules have no such model.</exception>
    /// <exception cref="InvalidOperationException">No subject is given, and none is registered.</exception>
    /// <exception cref="InvalidFitModelException">The model has faults over the fields of the subject; all of them are listed.</exception>
    ValueTask<FitStanding?> AskAsync(CandidateId candidate, FitKey fit, Instant? asOf = null, IFitSubject? subject = null, CancellationToken cancellationToken = default);
}
