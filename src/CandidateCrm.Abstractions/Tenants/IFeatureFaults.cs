using CandidateCrm.Candidates;
using CandidateCrm.Jobs;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tenants;

/// <summary>
/// The features that failed and rest. Trying them again replays the whole timeline of the candidate and writes what differs: what a feature
/// that had failed makes of the facts, as if it had never failed.
/// </summary>
public interface IFeatureFaults
{
    /// <summary>Lists a page, earliest fault first. A page with fewer faults than asked for is the last one.</summary>
    /// <param name="after">The last fault of the page before; null for the first page. It need not be there any more.</param>
    /// <param name="max">The largest number of faults: 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<IReadOnlyList<FeatureFault>> ListAsync(FeatureFault? after = null, int max = 100, CancellationToken cancellationToken = default);

    /// <summary>Tries the failed features of one candidate again, at once; null where there is no such candidate.</summary>
    /// <exception cref="BusyException">The relationship changed again and again meanwhile; nothing was written, and trying again is safe.</exception>
    ValueTask<Redriven?> RedriveAsync(CandidateId candidate, CancellationToken cancellationToken = default);

    /// <summary>Starts a job that tries failed features again, for all candidates with such a fault. While one for the same faults goes on or is paused, it is that one, and it stays as it is.</summary>
    /// <param name="faults">Which faults.</param>
    /// <param name="by">Who asks for it.</param>
    /// <param name="why">Why: 0 to 500 characters.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The reason is too long.</exception>
    /// <exception cref="BusyException">The document of the job changed again and again meanwhile; nothing was written, and trying again is safe.</exception>
    ValueTask<Job> RedriveAllAsync(FaultFilter faults, Actor by, string why = "", CancellationToken cancellationToken = default);
}
