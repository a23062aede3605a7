using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tenants;
using NodaTime;

namespace CandidateCrm.Jobs;

/// <summary>Tries the failed features of one relationship again because a person asked for it, and writes what differs.</summary>
internal sealed class FaultRedriving(RelationshipEngine engine, RecordPlanner planner, Rework rework)
{
    /// <summary>Gets the names of the features that may have failed.</summary>
    internal IEnumerable<string> Features => engine.Features;

    internal ValueTask<(Relationship After, bool IsWritten)> RunAsync(Relationship relationship, Instant now, CancellationToken cancellationToken) =>
        rework.RunAsync(relationship, (state, log, token) => PlanAsync(state, log, now, token), cancellationToken);

    /// <summary>Where nothing comes of it, it was none of the tries that the library makes by itself.</summary>
    private async ValueTask<RecordPlan> PlanAsync(Relationship state, ActivationLog log, Instant now, CancellationToken cancellationToken)
    {
        var plan = await planner.RedriveAsync(state, now, log, cancellationToken).ConfigureAwait(false);
        return plan.IsEmpty && plan.Next.Faults.SequenceEqual(state.Faults) ? plan with { Next = plan.Next with { Redrive = state.Redrive } } : plan;
    }
}
