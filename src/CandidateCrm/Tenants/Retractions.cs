using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Jobs;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Tenants;

/// <summary>Says what taking facts back would do, and starts the job that takes a batch back.</summary>
internal sealed class Retractions(TenantId tenant, ICrmStore store, TenantScan scan, RecordPlanner planner, TenantRules rules, JobDesk desk, IClock clock)
{
    // The reason stands in the fact and nowhere in what follows from it.
    private static readonly ReasonCode AnyReason = ReasonCode.From("preview");

    private static readonly EventId Preview = EventId.Stored($"{EventId.Reserved}preview");

    /// <summary>Makes the event that takes facts back. Of a batch it is the same whenever it is made again: an id that tells anything else would be a finding.</summary>
    internal static TimelineEvent RetractionOf(RelationshipKey key, FactsRetracted retraction, Actor by, Instant at) => new()
    {
        Relationship = key,
        Id = retraction.Batch.IsAssigned ? ActIds.OfRetraction(key, retraction.Batch) : Preview,
        OccurredAt = at,
        RecordedAt = at,
        Actor = by,
        Entry = retraction,
    };

    internal async ValueTask<RetractionPreview?> PreviewAsync(CandidateId candidate, FactsRetracted retraction, CancellationToken cancellationToken)
    {
        if (Door.FaultOf(retraction) is { } refusal)
        {
            throw new ArgumentException(refusal.Sentence, nameof(retraction));
        }

        if (await store.FindAsync(new RelationshipKey(tenant, candidate), cancellationToken).ConfigureAwait(false) is not { } state)
        {
            return null;
        }

        // Recorded now it would have an id of its own, also where a job has taken the batch back before.
        var told = RetractionOf(state.Key, retraction, Actor.Host, clock.GetCurrentInstant()) with { Id = Preview };
        var past = await RecordedPast.ReadAsync(store, state, cancellationToken).ConfigureAwait(false);
        return await PreviewAsync(past, told, TakenBy(told, past), cancellationToken).ConfigureAwait(false);
    }

    internal async IAsyncEnumerable<RetractionPreview> PreviewAsync(BatchId batch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var retraction = new FactsRetracted { Batch = batch, Reason = AnyReason };
        await foreach (var relationship in scan.ReadAsync(tenant, cancellationToken).ConfigureAwait(false))
        {
            var told = RetractionOf(relationship.Key, retraction, Actor.Host, clock.GetCurrentInstant());
            var past = await RecordedPast.ReadAsync(store, relationship, cancellationToken).ConfigureAwait(false);
            var facts = TakenBy(told, past);
            if (!facts.IsEmpty)
            {
                yield return await PreviewAsync(past, told, facts, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    internal async ValueTask<Job> StartAsync(BatchId batch, ReasonCode reason, Actor by, CancellationToken cancellationToken)
    {
        if (!batch.IsAssigned || !reason.IsAssigned)
        {
            throw new ArgumentException("What is taken back is an assigned batch, and there is a reason.", batch.IsAssigned ? nameof(reason) : nameof(batch));
        }

        var order = new JobOrder
        {
            Kind = JobKind.RetractBatch,
            Subject = batch.Value,
            Terms = new JobTerms { Batch = batch, Reason = reason },
            By = by,
            At = clock.GetCurrentInstant(),
            BeginsAgain = true,
        };
        return (await desk.StartAsync(tenant, JobIds.OfBatch(batch), order, cancellationToken).ConfigureAwait(false)).ToJob();
    }

    /// <summary>Returns the facts that a retraction takes and none before it took.</summary>
    private static ImmutableArray<EventId> TakenBy(TimelineEvent retraction, RecordedPast past)
    {
        var taken = Retracted.Of([retraction])!;
        var before = Retracted.Of([.. past.Told]);
        return [.. past.Told.Where(e => taken.Takes(e) && before?.Takes(e) != true).Select(e => e.Id)];
    }

    private async ValueTask<RetractionPreview> PreviewAsync(RecordedPast past, TimelineEvent told, ImmutableArray<EventId> facts, CancellationToken cancellationToken)
    {
        var state = past.State;
        var log = await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false);
        var preview = new RetractionPreview { Candidate = state.Key.Candidate, Facts = facts, Before = state, After = state };
        var plan = await planner.PlanAsync(state, new Delivery([told], told.RecordedAt), log, importedAt: null, cancellationToken).ConfigureAwait(false);
        return plan is null ? preview : With(preview, plan);
    }

    private static RetractionPreview With(RetractionPreview preview, RecordPlan plan) => preview with
    {
        Retracted = plan.Retracted,
        Added = plan.Derived,
        Cancelled = [.. plan.Unwanted.Where(e => e.Outcome != EffectOutcome.Done).Select(e => e.Effect)],
        Unfounded = [.. plan.Unwanted.Where(e => e.Outcome == EffectOutcome.Done).Select(e => e.Effect)],
        Wanted = plan.Wanted,
        After = plan.Next,
    };
}
