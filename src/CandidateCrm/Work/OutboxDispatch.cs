using CandidateCrm.Audit;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using NodaTime;

namespace CandidateCrm.Work;

/// <summary>Hands effects over and records what became of them as acts, so that the fold knows. What is paused is held, and nothing of it is recorded.</summary>
internal sealed class OutboxDispatch(OutboxLeases leases, EffectActs acts, IntentDelivery delivery, PauseBoards pauses, OutboxOptions options)
{
    /// <summary>How soon a held effect is looked at again: a resume is seen within it.</summary>
    private static readonly Duration NextLook = Duration.FromSeconds(10);

    internal async ValueTask<OutboxReport> DrainAsync(CancellationToken cancellationToken)
    {
        using var activity = CrmDiagnostics.Source.StartActivity("candidatecrm.outbox");
        var report = new OutboxReport { Done = 0, Skipped = 0, Held = 0, Failed = 0, Parked = 0 };
        Instant? began = null;
        for (var (claim, hold) = await leases.ClaimAsync(cancellationToken).ConfigureAwait(false);
             !claim.Effects.IsEmpty;
             (claim, hold) = await leases.ClaimAsync(cancellationToken).ConfigureAwait(false))
        {
            var before = report;
            report = await DispatchAllAsync(claim, hold, report, cancellationToken).ConfigureAwait(false);
            began ??= claim.Now;
            if (report.Held > before.Held && report with { Held = before.Held } == before && claim.Now - began >= NextLook)
            {
                // So much is held that its beginning is looked at again before its end was: the next drain goes on.
                break;
            }
        }

        return report;
    }

    private async ValueTask<OutboxReport> DispatchAllAsync(OutboxClaim claim, LeaseHold hold, OutboxReport report, CancellationToken cancellationToken)
    {
        var round = new OutboxRound(claim.Now, hold, delivery.ProfilesFor(claim, cancellationToken));
        var place = 0;
        try
        {
            for (; place < claim.Effects.Length; place++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                report = await DispatchAsync(claim.Effects[place], place, round, report, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await leases.GiveBackFromAsync(claim, place).ConfigureAwait(false);
            throw;
        }

        return report;
    }

    private async ValueTask<OutboxReport> DispatchAsync(ClaimedEffect claimed, int place, OutboxRound round, OutboxReport report, CancellationToken cancellationToken)
    {
        var effect = claimed.Record.Effect;
        var board = await pauses.OfAsync(claimed.Record.Relationship.Tenant, cancellationToken).ConfigureAwait(false);
        if (board.Holding(claimed.Record, round.Now) is { } pause)
        {
            return await HoldAsync(claimed, pause, round.Now, report, cancellationToken).ConfigureAwait(false);
        }

        if (effect.Intent is OpenTask && await acts.IsOvertakenAsync(claimed.Record, cancellationToken).ConfigureAwait(false))
        {
            return await OvertakeAsync(claimed, round.Now, report, cancellationToken).ConfigureAwait(false);
        }

        if (effect.Intent is OpenTask && effect.IntendedAt + options.TaskGrace < round.Now)
        {
            return await acts.SkipAsync(claimed, EffectSkipCodes.TooLate, round.Now, cancellationToken).ConfigureAwait(false) ? Skipped(report) : report;
        }

        // The claim of a whole batch may have run out, and an instant that lies ahead is no time to act yet.
        if (!await round.Hold.HoldAnewAsync(place, cancellationToken).ConfigureAwait(false))
        {
            return report;
        }

        if (effect.IntendedAt > round.Now)
        {
            await leases.GiveBackAsync(claimed, "effect.ahead_of_clock", effect.IntendedAt, cancellationToken).ConfigureAwait(false);
            return report;
        }

        return await DeliverAsync(claimed, place, round, report, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<OutboxReport> DeliverAsync(ClaimedEffect claimed, int place, OutboxRound round, OutboxReport report, CancellationToken cancellationToken)
    {
        try
        {
            await round.Hold.WhileAsync(place, token => DeliveredAsync(claimed.Record, round.Profiles, token), cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (round.Hold.IsLost(place) && !cancellationToken.IsCancellationRequested)
        {
            // Somebody else hands it over by now.
            return report;
        }
#pragma warning disable CA1031 // Whatever the host's code throws is recorded by its kind and tried again; the other effects go on.
        catch (Exception error) when (error is not OutOfMemoryException && !(error is OperationCanceledException && cancellationToken.IsCancellationRequested))
#pragma warning restore CA1031
        {
            var parks = await leases.FailAsync(claimed, error, round.Now, cancellationToken).ConfigureAwait(false);
            CrmDiagnostics.EffectDone(parks ? "parked" : "failed");
            return parks ? report with { Parked = report.Parked + 1 } : report with { Failed = report.Failed + 1 };
        }

        // It has happened: no cancellation keeps that from being recorded.
        await acts.DoneAsync(claimed, round.Now, CancellationToken.None).ConfigureAwait(false);
        CrmDiagnostics.EffectDone("done");
        return report with { Done = report.Done + 1 };
    }

    private async ValueTask<bool> DeliveredAsync(EffectRecord record, BatchProfiles profiles, CancellationToken cancellationToken)
    {
        await delivery.DeliverAsync(record, profiles, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async ValueTask<OutboxReport> HoldAsync(ClaimedEffect claimed, Pause pause, Instant now, OutboxReport report, CancellationToken cancellationToken)
    {
        var lookAt = Instant.Min(now + NextLook, pause.Until ?? Instant.MaxValue);
        if (!await leases.GiveBackAsync(claimed, WhyNotCodes.EffectPaused, lookAt, cancellationToken).ConfigureAwait(false))
        {
            return report;
        }

        CrmDiagnostics.EffectDone("held");
        return report with { Held = report.Held + 1 };
    }

    private async ValueTask<OutboxReport> OvertakeAsync(ClaimedEffect claimed, Instant now, OutboxReport report, CancellationToken cancellationToken)
    {
        if (await acts.OvertakeAsync(claimed, now, cancellationToken).ConfigureAwait(false))
        {
            return Skipped(report);
        }

        // Put back on the list by a correction just now, or lost to somebody else: whoever takes it next sees which.
        await leases.GiveBackAsync(claimed, EffectSkipCodes.Overtaken, now, cancellationToken).ConfigureAwait(false);
        return report;
    }

    private static OutboxReport Skipped(OutboxReport report)
    {
        CrmDiagnostics.EffectDone("skipped");
        return report with { Skipped = report.Skipped + 1 };
    }
}
