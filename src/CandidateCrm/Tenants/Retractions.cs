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

    internal async ValueTask<RetractionPreview?> PreviewAsync(CandidateId candidate, FactsRetracted retraction, CancellationToken cancellationToken)
    {
        if (retraction.Events.IsEmpty != retraction.Batch.IsAssigned)
        {
            throw new ArgumentException("A retraction names facts or a batch, and not both.", nameof(retraction));
        }

        var loaded = await store.LoadAsync(RelationshipKeys.Of(new RelationshipKey(tenant, candidate)), cancellationToken).ConfigureAwait(false);
        return loaded.Count == 0 ? null : await PreviewAsync(loaded[0], retraction, cancellationToken).ConfigureAwait(false);
    }

    internal async IAsyncEnumerable<RetractionPreview> PreviewAsync(BatchId batch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var retraction = new FactsRetracted { Batch = batch, Reason = AnyReason };
        await foreach (var relationship in scan.ReadAsync(tenant, cancellationToken).ConfigureAwait(false))
        {
            var preview = await PreviewAsync(relationship, retraction, cancellationToken).ConfigureAwait(false);
            if (!preview.Facts.IsEmpty)
            {
                yield return preview;
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

    private async ValueTask<RetractionPreview> PreviewAsync(Relationship state, FactsRetracted retraction, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var log = await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false);
        var past = await RecordedPast.ReadAsync(store, state, cancellationToken).ConfigureAwait(false);
        var told = EventOf(state.Key, retraction, now);
        var before = Retracted.Of([.. past.Told]);
        var facts = past.Told.Where(e => Retracted.Of([told])!.Takes(e) && before?.Takes(e) != true).Select(e => e.Id);
        var preview = new RetractionPreview { Candidate = state.Key.Candidate, Facts = [.. facts], Before = state, After = state };
        var plan = await planner.PlanAsync(state, new Delivery([told], now), log, importedAt: null, cancellationToken).ConfigureAwait(false);
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

    private static TimelineEvent EventOf(RelationshipKey key, FactsRetracted retraction, Instant now) => new()
    {
        Relationship = key,
        Id = retraction.Batch.IsAssigned ? ActIds.OfRetraction(key, retraction.Batch) : EventId.Stored($"{EventId.Reserved}preview"),
        OccurredAt = now,
        RecordedAt = now,
        Entry = retraction,
    };
}
