using System.Collections.Immutable;
using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>What candidates may see of their applications, and whether they may be refused now.</summary>
public interface IPublicStatus
{
    /// <summary>Says what a candidate may see of one application; null where the rules show nothing, and where there is nothing to show. The instant of the terms is that of the answer, now or earlier.</summary>
    ValueTask<PublicStatus?> FindAsync(CandidateId candidate, JobApplicationId application, PublicStatusTerms terms, CancellationToken cancellationToken = default);

    /// <summary>Says what a candidate may see of all their applications, in the order in which they appeared, without places in queues.</summary>
    ValueTask<ImmutableArray<PublicStatus>> ListAsync(CandidateId candidate, string language, CancellationToken cancellationToken = default);

    /// <summary>Says whether the refusal of an application may be told now, or why it has to wait or is not told at all. Nothing is written.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="application">The application.</param>
    /// <param name="asOf">The instant; now by default.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<RefusalAnswer> MayRefuseAsync(CandidateId candidate, JobApplicationId application, Instant? asOf = null, CancellationToken cancellationToken = default);
}
