using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Work;

/// <summary>Records what became of effects, so that the fold knows.</summary>
internal sealed class EffectActs(ICrmStore store, Recorder recorder)
{
    /// <summary>Says whether a task need not be handed over any more, because it was closed while it waited, or its promise came to a higher level.</summary>
    internal async ValueTask<bool> IsOvertakenAsync(EffectRecord record, CancellationToken cancellationToken)
    {
        var relationship = await store.FindAsync(record.Relationship, cancellationToken).ConfigureAwait(false);
        return relationship is not null && OpenTasks.IsOvertaken(relationship.Tasks, record.Effect.Key);
    }

    /// <summary>Records that an effect was handed over.</summary>
    internal async ValueTask DoneAsync(ClaimedEffect claimed, Instant now, CancellationToken cancellationToken)
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

    /// <summary>Records that an effect is not handed over; false where the lease is lost.</summary>
    internal async ValueTask<bool> SkipAsync(ClaimedEffect claimed, string reason, Instant now, CancellationToken cancellationToken)
    {
        var key = claimed.Record.Effect.Key;
        var terms = new RecordTerms { Lease = claimed.Lease, Outcomes = [EffectChange.Became(key, EffectOutcome.Skipped)] };
        var act = ActOf(claimed, now, new EffectSkipped { Effect = key, Reason = reason });
        return !(await recorder.RecordAsync(act.Relationship, [act], terms, cancellationToken).ConfigureAwait(false)).LeaseLost;
    }

    /// <summary>Records that a task was overtaken; false, and nothing is recorded, where the lease is lost or a correction has put it back on the list.</summary>
    internal async ValueTask<bool> OvertakeAsync(ClaimedEffect claimed, Instant now, CancellationToken cancellationToken)
    {
        var key = claimed.Record.Effect.Key;
        var terms = new RecordTerms
        {
            Lease = claimed.Lease,
            Outcomes = [EffectChange.Became(key, EffectOutcome.Skipped)],
            While = state => OpenTasks.IsOvertaken(state.Tasks, key),
        };
        var act = ActOf(claimed, now, new EffectSkipped { Effect = key, Reason = EffectSkipCodes.Overtaken }) with
        {
            Id = ActIds.OfSkip(claimed.Record.Relationship, claimed.Record.Effect),
        };
        return (await recorder.RecordAsync(act.Relationship, [act], terms, cancellationToken).ConfigureAwait(false)).Written is not null;
    }

    private static TimelineEvent ActOf(ClaimedEffect claimed, Instant now, IAct act) =>
        OutcomeActs.Of(claimed.Record.Relationship, claimed.Record.Effect, act, Actor.Crm, now);
}
