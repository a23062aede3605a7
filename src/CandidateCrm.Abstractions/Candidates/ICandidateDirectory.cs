using System.Collections.Immutable;

namespace CandidateCrm.Candidates;

/// <summary>The host's people. Asked when something is handed over; nothing of the answers is stored.</summary>
public interface ICandidateDirectory
{
    /// <summary>
    /// Finds profiles of one tenant, in any order; whom it does not know is left out. Throwing has what needed them tried again later, and in
    /// the end parked.
    /// </summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="candidates">The candidates, each once: at most as many as are handed over at a time.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<IReadOnlyList<CandidateProfile>> FindAsync(TenantId tenant, ImmutableArray<CandidateId> candidates, CancellationToken cancellationToken);
}
