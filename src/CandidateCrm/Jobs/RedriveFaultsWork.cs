using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Jobs;

/// <summary>Tries features again that failed, for everybody with such a fault.</summary>
internal sealed class RedriveFaultsWork(FaultRedriving redriving) : JobWork
{
    internal override JobKind Kind => JobKind.RedriveFaults;

    internal override string Index => IndexNames.Faults;

    /// <summary>A feature that fails again, and later on its line than before, is not tried for ever.</summary>
    internal override long? UpTo(JobDocument job, Instant now) => Microseconds.ToMicros((job.StartedAt ?? now) + Door.Tolerance);

    internal override async ValueTask<bool> DoAsync(JobDocument job, Relationship relationship, Instant now, CancellationToken cancellationToken)
    {
        var meant = new FaultFilter { Feature = job.Terms.Feature, Definition = job.Terms.Definition, Code = job.Terms.Code };
        return relationship.Faults.Any(meant.Takes)
            && (await redriving.RunAsync(relationship, now, cancellationToken).ConfigureAwait(false)).IsWritten;
    }
}
