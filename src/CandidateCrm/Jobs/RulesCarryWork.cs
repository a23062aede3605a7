using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tenants;
using NodaTime;

namespace CandidateCrm.Jobs;

/// <summary>Lets time pass for everybody who feels a change of rules, so that what follows from it does not wait for their next touch.</summary>
internal sealed class RulesCarryWork(RelationshipEngine engine, RecordPlanner planner, TenantRules rules, Rework rework) : JobWork
{
    internal override JobKind Kind => JobKind.RulesCarry;

    internal override async ValueTask<JobOutlook> LookAsync(JobDocument job, Instant now, CancellationToken cancellationToken)
    {
        var boundary = await BoundaryAsync(job, cancellationToken).ConfigureAwait(false);
        return boundary is not { IsFelt: true } ? JobOutlook.Nothing
            : boundary.From > now ? new JobOutlook { Until = boundary.From }
            : JobOutlook.Work;
    }

    internal override async ValueTask<bool> DoAsync(JobDocument job, Relationship relationship, Instant now, CancellationToken cancellationToken)
    {
        var boundary = await BoundaryAsync(job, cancellationToken).ConfigureAwait(false);
        var isWritten = false;
        while (boundary?.IsFeltBy(relationship) == true)
        {
            var (after, isMore) = await rework.RunAsync(relationship, (state, log, token) => planner.PlanUpToAsync(state, now, log, token), cancellationToken).ConfigureAwait(false);
            if (!isMore)
            {
                break;
            }

            // Once is enough, but for one with more alarms up to the change than one call walks.
            (relationship, isWritten) = (after, true);
        }

        return isWritten;
    }

    private async ValueTask<RulesBoundary?> BoundaryAsync(JobDocument job, CancellationToken cancellationToken)
    {
        var tenant = job.Key.Tenant;
        var log = await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false);
        if (log.Position < job.Terms.Position)
        {
            // Published by another node a moment ago.
            rules.Forget(tenant);
            log = await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false);
        }

        return engine.BoundaryOf(log, job.Terms.Position);
    }
}
