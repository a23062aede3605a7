using CandidateCrm.Candidates;
using CandidateCrm.Jobs;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>Knows whether the rules in force have been carried to everybody, so that lists of kept segments can say where they may still be those of the rules before.</summary>
internal sealed class CarriedRules(TenantId tenant, TenantRules rules, RelationshipEngine engine, JobDesk jobs)
{
    /// <summary>
    /// Returns since when the oldest change is in force that was not carried to everybody; null where all of them were. Only a job that went through everybody without a failure has carried a change:
    /// one that was cancelled or failed, or that nobody ordered yet because the publisher died, has not.
    /// </summary>
    internal async ValueTask<Instant?> AwaitedSinceAsync(Instant now, CancellationToken cancellationToken)
    {
        var log = await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false);
        Instant? since = null;
        for (var index = log.IndexAt(now); index > 0; index--)
        {
            var entry = log.InForce[index];
            if (engine.BoundaryOf(log, entry.Position) is not { IsFelt: true } boundary)
            {
                continue;
            }

            if (!await IsCarriedAsync(entry.Position, cancellationToken).ConfigureAwait(false))
            {
                since = entry.EffectiveFrom;
            }
            else if (boundary.ChangesKeptSegments)
            {
                // It went through everybody who was under the rules before, and had them take over these on the way.
                break;
            }
        }

        return since;
    }

    private async ValueTask<bool> IsCarriedAsync(long position, CancellationToken cancellationToken)
    {
        var stored = await jobs.ReadAsync(JobDocument.KeyOf(tenant, JobIds.OfRules(position)), cancellationToken).ConfigureAwait(false);
        return stored is not null && JobDesk.JobOf(stored) is { State: JobState.Done, Progress.Failed: 0 };
    }
}
