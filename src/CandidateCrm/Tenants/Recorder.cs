using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Tenants;

/// <summary>Records events of one candidate.</summary>
internal sealed class Recorder(ICrmStore store, RecordPlanner planner, CommitLoop loop, IClock clock)
{
    /// <summary>Records events, all in one commit, or none where the terms do not hold. A repeated one changes nothing; one with a taken id is left out and reported.</summary>
    /// <exception cref="BusyException">The relationship changed again and again meanwhile; nothing was written.</exception>
    internal async ValueTask<Recording> RecordAsync(
        RelationshipKey key, IReadOnlyList<TimelineEvent> events, RecordTerms terms, CancellationToken cancellationToken)
    {
        var delivery = new Delivery(events, clock.GetCurrentInstant());
        var work = new CommitWork
        {
            Key = key,
            Terms = terms,
            Plan = (state, log, token) =>
            {
                var there = state ?? Relationship.Empty(key);
                return (terms.While?.Invoke(there) ?? true) && (terms.Admits?.Invoke(there, log) ?? true) ? planner.PlanAsync(there, delivery, log, terms.ImportedAt, token) : default;
            },
            Learn = (_, taken, token) => LearnAsync(key.Tenant, taken.Claimed, delivery, token),
        };
        var result = await loop.RunAsync(work, cancellationToken).ConfigureAwait(false);
        if (result.Status == CommitStatus.Replayed)
        {
            foreach (var there in result.Plan!.Events)
            {
                delivery.Know(there);
            }
        }

        return new Recording(delivery)
        {
            Relationship = result.After ?? Relationship.Empty(key),
            Written = result.IsWritten ? result.Plan : null,
            LeaseLost = result.Status == CommitStatus.LeaseLost,
        };
    }

    private async ValueTask LearnAsync(TenantId tenant, EventId claimed, Delivery delivery, CancellationToken cancellationToken)
    {
        await foreach (var there in store.ReadTimelineAsync(TimelineQuery.Of(tenant, claimed), cancellationToken).ConfigureAwait(false))
        {
            delivery.Know(there);
        }
    }
}
