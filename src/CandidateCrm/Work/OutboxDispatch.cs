using CandidateCrm.Audit;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Work;

/// <summary>Hands effects over and records what became of them as acts, so that the fold knows. What is paused is held, and nothing of it is recorded.</summary>
internal sealed class OutboxDispatch(IOutboxQueue queue, Recorder recorder, IntentDelivery delivery, PauseBoards pauses, OutboxOptions options)
{
    /// <summary>How soon a held effect is looked at again: a resume is seen within it.</summary>
    private static readonly Duration NextLook = Duration.FromSeconds(10);

    internal async ValueTask<OutboxReport> DrainAsync(CancellationToken cancellationToken)
    {
        using var activity = CrmDiagnostics.Source.StartActivity("candidatecrm.outbox");
        var report = new OutboxReport { Done = 0, Skipped = 0, Held = 0, Failed = 0, Parked = 0 };
        var request = new ClaimRequest { Max = options.BatchSize, Lease = options.Lease };
        Instant? began = null;
        for (var claim = await queue.ClaimAsync(request, cancellationToken).ConfigureAwait(false);
             !claim.Effects.IsEmpty;
             claim = await queue.ClaimAsync(request, cancellationToken).ConfigureAwait(false))
        {
            var before = report;
            var round = new OutboxRound(claim.Now, delivery.ProfilesFor(claim));
            foreach (var claimed in claim.Effects)
            {
                report = await DispatchAsync(claimed, round, report, cancellationToken).ConfigureAwait(false);
            }

            began ??= claim.Now;
            if (report.Held > before.Held && report with { Held = before.Held } == before && claim.Now - began >= NextLook)
            {
                // So much is held that its beginning is looked at again before its end was: the next drain goes on.
                break;
            }
        }

        return report;
    }

    private async ValueTask<OutboxReport> DispatchAsync(ClaimedEffect claimed, OutboxRound round, OutboxReport report, CancellationToken cancellationToken)
    {
        var effect = claimed.Record.Effect;
        var board = await pauses.OfAsync(claimed.Record.Relationship.Tenant, cancellationToken).ConfigureAwait(false);
        if (board.Holding(claimed.Record, round.Now) is { } pause)
        {
            return await HoldAsync(claimed, pause, round.Now, report, cancellationToken).ConfigureAwait(false);
        }

        if (effect.Intent is OpenTask && effect.IntendedAt + options.TaskGrace < round.Now)
        {
            return await SkipAsync(claimed, round.Now, report, cancellationToken).ConfigureAwait(false);
        }

        // The claim of a whole batch may have run out, and an instant that lies ahead is no time to act yet.
        if (!await queue.RenewAsync(claimed.Lease, options.Lease, cancellationToken).ConfigureAwait(false))
        {
            return report;
        }

        if (effect.IntendedAt > round.Now)
        {
            await GiveBackAsync(claimed, "effect.ahead_of_clock", effect.IntendedAt, cancellationToken).ConfigureAwait(false);
            return report;
        }

        try
        {
            await delivery.DeliverAsync(claimed.Record, round.Profiles, cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever the host's code throws is recorded by its kind and tried again; the other effects go on.
        catch (Exception error) when (error is not OutOfMemoryException && !(error is OperationCanceledException && cancellationToken.IsCancellationRequested))
#pragma warning restore CA1031
        {
            return await FailAsync(claimed, error, round.Now, report, cancellationToken).ConfigureAwait(false);
        }

        // It has happened: no cancellation keeps that from being recorded.
        await DoneAsync(claimed, round.Now, CancellationToken.None).ConfigureAwait(false);
        CrmDiagnostics.EffectDone("done");
        return report with { Done = report.Done + 1 };
    }

    private async ValueTask<OutboxReport> HoldAsync(ClaimedEffect claimed, Pause pause, Instant now, OutboxReport report, CancellationToken cancellationToken)
    {
        var lookAt = Instant.Min(now + NextLook, pause.Until ?? Instant.MaxValue);
        if (!await GiveBackAsync(claimed, WhyNotCodes.EffectPaused, lookAt, cancellationToken).ConfigureAwait(false))
        {
            return report;
        }

        CrmDiagnostics.EffectDone("held");
        return report with { Held = report.Held + 1 };
    }

    /// <summary>Gives back what was not tried, so that no attempt is counted.</summary>
    private ValueTask<bool> GiveBackAsync(ClaimedEffect claimed, string code, Instant lookAt, CancellationToken cancellationToken) =>
        queue.FailAsync(new EffectFailure { Lease = claimed.Lease, Code = code, IsAttempt = false, RetryAt = lookAt }, cancellationToken);

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
        var act = ActOf(claimed, now, new EffectSkipped { Effect = key, Reason = EffectSkipCodes.TooLate });
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
        OccurredAt = Instant.Max(now, claimed.Record.Effect.EarliestOutcomeAt),
        RecordedAt = now,
        Actor = Actor.Crm,
        Entry = act,
    };
}
