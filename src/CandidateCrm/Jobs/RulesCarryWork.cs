using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using NodaTime;

namespace CandidateCrm.Jobs;

/// <summary>Lets time pass for everybody who feels a change of rules, so that what follows from it does not wait for their next touch.</summary>
internal sealed class RulesCarryWork(ICrmStore store, RelationshipEngine engine, TenantRules rules, Rework rework) : JobWork
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
        return boundary?.IsFeltBy(relationship) == true
            && (await rework.RunAsync(relationship, (state, log, token) => PlanAsync(state, log, now, token), cancellationToken).ConfigureAwait(false)).IsWritten;
    }

    private async ValueTask<RecordPlan> PlanAsync(Relationship state, ActivationLog log, Instant now, CancellationToken cancellationToken)
    {
        var decision = engine.Settled(state, now, log);
        return decision.Status == DecisionStatus.Applied
            ? RecordPlan.Of([], decision)
            : PastCorrection.PlanUpTo(engine, await RecordedPast.ReadAsync(store, state, cancellationToken).ConfigureAwait(false), now, log);
    }

    private async ValueTask<RulesBoundary?> BoundaryAsync(JobDocument job, CancellationToken cancellationToken)
    {
        TenantId tenant = job.Key.Tenant;
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
