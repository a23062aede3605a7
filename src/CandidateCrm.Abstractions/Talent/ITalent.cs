using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Talent;

/// <summary>Whom a tenant could turn to when an opening comes.</summary>
public interface ITalent
{
    /// <summary>Says whether somebody could be hired now, or could have been at an earlier instant; null where nothing was known of them by then.</summary>
    ValueTask<Readiness?> AskAsync(CandidateId candidate, Instant? asOf = null, CancellationToken cancellationToken = default);

    /// <summary>Reads everybody who could be hired now, in the ordinal order of their ids. It looks at every relationship once, a page at a time, so its cost grows with their number.</summary>
    IAsyncEnumerable<ReadyCandidate> ReadReadyAsync(CancellationToken cancellationToken = default);
}
