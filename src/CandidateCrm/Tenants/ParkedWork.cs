using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using CandidateCrm.Work;
using NodaTime;

namespace CandidateCrm.Tenants;

/// <summary>One tenant's parked rows.</summary>
internal sealed class ParkedWork(TenantId tenant, IQueueAdmin admin, ICrmStore store, Recorder recorder, IClock clock) : IParkedWork
{
    public ValueTask<IReadOnlyList<ParkedRow>> ListAsync(ParkedRow? after = null, int max = 100, CancellationToken cancellationToken = default) =>
        admin.ListParkedAsync(new ParkedQuery { Tenant = tenant, After = after is null ? null : Own(after), Max = max }, cancellationToken);

    public ValueTask<bool> RedriveAsync(ParkedRow row, CancellationToken cancellationToken = default) =>
        admin.RedriveAsync(Own(row), cancellationToken);

    public async ValueTask<bool> DropAsync(ParkedRow row, Actor by, CancellationToken cancellationToken = default)
    {
        if (Own(row).Queue == ParkedQueue.Outbox)
        {
            return await DropEffectAsync(row, by, cancellationToken).ConfigureAwait(false);
        }

        var dropped = await admin.DropAsync(row, cancellationToken).ConfigureAwait(false);
        if (dropped)
        {
            CrmDiagnostics.BatchDone("dropped");
        }

        return dropped;
    }

    /// <summary>Gives an effect up by an act. Where it was finished meanwhile, the act of that is on record under the same id, and stands.</summary>
    private async ValueTask<bool> DropEffectAsync(ParkedRow row, Actor by, CancellationToken cancellationToken)
    {
        var effects = await store.ReadEffectsAsync(EffectQuery.Of(row.Relationship), cancellationToken).ConfigureAwait(false);
        var parked = effects.FirstOrDefault(e => e is { Parked: true, State: EffectState.Pending } && e.Effect.Key.ToString() == row.Item);
        if (parked is null)
        {
            return false;
        }

        var key = parked.Effect.Key;
        var act = OutcomeActs.Of(row.Relationship, parked.Effect, new EffectSkipped { Effect = key, Reason = EffectSkipCodes.Dropped }, by, clock.GetCurrentInstant());
        var terms = new RecordTerms { Outcomes = [EffectChange.Became(key, EffectOutcome.Skipped)] };
        var recording = await recorder.RecordAsync(row.Relationship, [act], terms, cancellationToken).ConfigureAwait(false);
        if (recording.StatusOf(act) != RecordStatus.Recorded)
        {
            return false;
        }

        CrmDiagnostics.EffectDone("dropped");
        return true;
    }

    private ParkedRow Own(ParkedRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Relationship.Tenant == tenant ? row : throw new ArgumentException($"The row is of {row.Relationship}, not of tenant {tenant}.", nameof(row));
    }
}
