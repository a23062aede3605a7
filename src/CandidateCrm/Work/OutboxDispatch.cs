using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Work;

/// <summary>Hands effects over and records what became of them as acts, so that the fold knows.</summary>
internal sealed class OutboxDispatch(IOutboxQueue queue, Recorder recorder, IntentDelivery delivery, OutboxOptions options)
{
    internal async ValueTask<OutboxReport> DrainAsync(CancellationToken cancellationToken)
    {
        using var activity = CrmDiagnostics.Source.StartActivity("candidatecrm.outbox");
        var report = new OutboxReport { Done = 0, Skipped = 0, Failed = 0, Parked = 0 };
        var request = new ClaimRequest { Max = options.BatchSize, Lease = options.Lease };
        for (var claim = await queue.ClaimAsync(request, cancellationToken).ConfigureAwait(false);
             !claim.Effects.IsEmpty;
             claim = await queue.ClaimAsync(request, cancellationToken).ConfigureAwait(false))
        {
            foreach (var claimed in claim.Effects)
            {
                report = await DispatchAsync(claimed, claim.Now, report, cancellationToken).ConfigureAwait(false);
            }
        }

        return report;
    }

    private async ValueTask<OutboxReport> DispatchAsync(ClaimedEffect claimed, Instant now, OutboxReport report, CancellationToken cancellationToken)
    {
        var effect = claimed.Record.Effect;
        if (effect.Intent is OpenTask && effect.IntendedAt + options.TaskGrace < now)
        {
            return await SkipAsync(claimed, now, report, cancellationToken).ConfigureAwait(false);
        }

        // The claim of a whole batch may have run out, and an instant that lies ahead is no time to act yet.
        if (!await queue.RenewAsync(claimed.Lease, options.Lease, cancellationToken).ConfigureAwait(false))
        {
            return report;
        }

        if (effect.IntendedAt > now)
        {
            await queue.FailAsync(new EffectFailure { Lease = claimed.Lease, Code = "effect.ahead_of_clock", RetryAt = effect.IntendedAt }, cancellationToken).ConfigureAwait(false);
            return report;
        }

        try
        {
            await delivery.DeliverAsync(claimed.Record, cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever the host's code throws is recorded by its kind and tried again; the other effects go on.
        catch (Exception error) when (error is not OutOfMemoryException && !(error is OperationCanceledException && cancellationToken.IsCancellationRequested))
#pragma warning restore CA1031
        {
            return await FailAsync(claimed, error, now, report, cancellationToken).ConfigureAwait(false);
        }

        // It has happened: no cancellation keeps that from being recorded.
        await DoneAsync(claimed, now, CancellationToken.None).ConfigureAwait(false);
        CrmDiagnostics.EffectDone("done");
        return report with { Done = report.Done + 1 };
    }

    private async ValueTask<OutboxReport> FailAsync(ClaimedEffect claimed, Exception error, Instant now, OutboxReport report, CancellationToken cancellationToken)
    {
        var attempts = claimed.Record.Attempts + 1;
        var parks = attempts >= options.MostAttempts;
        var failure = new EffectFailure
        {
            Lease = claimed.Lease,
            Code = error.GetType().Name,
            RetryAt = parks ? null : now + RetryPause.After(attempts, options.FirstPause),
        };
        await queue.FailAsync(failure, cancellationToken).ConfigureAwait(false);
        CrmDiagnostics.EffectDone(parks ? "parked" : "failed");
        return parks ? report with { Parked = report.Parked + 1 } : report with { Failed = report.Failed + 1 };
    }

    private async ValueTask<OutboxReport> SkipAsync(ClaimedEffect claimed, Instant now, OutboxReport report, CancellationToken cancellationToken)
    {
        var key = claimed.Record.Effect.Key;
        var terms = new RecordTerms { Lease = claimed.Lease, Outcomes = [EffectChange.Became(key, EffectOutcome.Skipped)] };
        var act = ActOf(claimed, now, new EffectSkipped { Effect = key, Reason = "effect.too_late" });
        var recording = await recorder.RecordAsync(act.Relationship, [act], terms, cancellationToken).ConfigureAwait(false);
        if (recording.LeaseLost)
        {
            return report;
        }

        CrmDiagnostics.EffectDone("skipped");
        return report with { Skipped = report.Skipped + 1 };
    }

    private async ValueTask DoneAsync(ClaimedEffect claimed, Instant now, CancellationToken cancellationToken)
    {
        var key = claimed.Record.Effect.Key;
        var terms = new RecordTerms { Lease = claimed.Lease, Outcomes = [EffectChange.Became(key, EffectOutcome.Done)] };
        var act = ActOf(claimed, now, new EffectDone { Effect = key });
        var recording = await recorder.RecordAsync(act.Relationship, [act], terms, cancellationToken).ConfigureAwait(false);
        if (recording.LeaseLost)
        {
            // What was handed over happened, whoever holds the lease by now; on record it keeps the other from doing it again.
            await recorder.RecordAsync(act.Relationship, [act], terms with { Lease = null }, cancellationToken).ConfigureAwait(false);
        }
    }

    private static TimelineEvent ActOf(ClaimedEffect claimed, Instant now, IAct act) => new()
    {
        Relationship = claimed.Record.Relationship,
        Id = ActIds.OfEffect(claimed.Record.Relationship, claimed.Record.Effect.Key),
        OccurredAt = now,
        RecordedAt = now,
        Actor = Actor.Crm,
        Entry = act,
    };
}
