using CandidateCrm.Relationships;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Jobs;

/// <summary>
/// Scores everybody again: the whole timeline is replayed up to now, and what differs from what is stored is written. A replay makes the same every time, so that nothing
/// is written twice.
/// </summary>
internal sealed class RescoreWork(FaultRedriving redriving) : JobWork
{
    internal const string Subject = "scores";

    internal override JobKind Kind => JobKind.Rescore;

    internal static JobOrder OrderOf(Actor by, string why, Instant at) => new()
    {
        Kind = JobKind.Rescore,
        Subject = Subject,
        Terms = new JobTerms(),
        By = by,
        Why = why,
        At = at,
        BeginsAgain = true,
    };

    internal override async ValueTask<bool> DoAsync(JobDocument job, Relationship relationship, Instant now, CancellationToken cancellationToken) =>
        (await redriving.RunAsync(relationship, now, cancellationToken).ConfigureAwait(false)).IsWritten;
}
