using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using CandidateCrm.Work;
using NodaTime;

namespace CandidateCrm.Tenants;

/// <summary>Records events of one candidate: load, decide, commit; again where another process was faster. Within this one writers take turns.</summary>
internal sealed class Recorder(ICrmStore store, RecordPlanner planner, FaultGuard guard, TenantRules rules, IClock clock)
{
    private const int MostAttempts = 100;

    private readonly RelationshipTurns _turns = new();

    /// <summary>Records events, all in one commit. A repeated one changes nothing; one with a taken id is left out and reported.</summary>
    internal async ValueTask<Recording> RecordAsync(
        RelationshipKey key, IReadOnlyList<TimelineEvent> events, RecordTerms terms, CancellationToken cancellationToken)
    {
        using var turn = await _turns.EnterAsync(key, cancellationToken).ConfigureAwait(false);
        var recording = new Recording(new Delivery(events, clock.GetCurrentInstant())) { Relationship = Relationship.Empty(key) };
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (await TryRecordAsync(key, recording, terms, cancellationToken).ConfigureAwait(false))
            {
                return recording;
            }

            await PauseAsync(attempt, events[0].Id, cancellationToken).ConfigureAwait(false);
        }

        throw new RelationshipBusyException($"Relationship {key} changed {MostAttempts} times while events were being recorded. Nothing was written; try again.");
    }

    /// <summary>Loads, decides and commits once, or not where the terms do not hold; false where somebody else was faster or an id turned out to be taken.</summary>
    private async ValueTask<bool> TryRecordAsync(RelationshipKey key, Recording recording, RecordTerms terms, CancellationToken cancellationToken)
    {
        var state = recording.Relationship = await LoadAsync(key, cancellationToken).ConfigureAwait(false);
        var log = await rules.LogOfAsync(key.Tenant, cancellationToken).ConfigureAwait(false);
        var isWanted = terms.While?.Invoke(state) ?? true;
        if (!isWanted || await planner.PlanAsync(state, recording.Delivery, log, terms.ImportedAt, cancellationToken).ConfigureAwait(false) is not { } plan)
        {
            return true;
        }

        var outcome = await CommitAsync(plan, state, log.Position, terms, cancellationToken).ConfigureAwait(false);
        switch (outcome.Status)
        {
            case CommitStatus.Committed:
                recording.Written = plan;
                recording.Relationship = plan.Next with { Revision = state.Revision + 1 };
                await guard.NoticeAsync(state, plan.Next, cancellationToken).ConfigureAwait(false);
                return true;
            case CommitStatus.Replayed:
                foreach (var there in plan.Events)
                {
                    recording.Delivery.Know(there);
                }

                return true;
            case CommitStatus.LeaseLost:
                recording.LeaseLost = true;
                return true;
            case CommitStatus.AlreadyClaimed:
                await LearnAsync(plan, outcome.Claimed, recording.Delivery, cancellationToken).ConfigureAwait(false);
                return false;
            case CommitStatus.RulesChanged:
                rules.Forget(key.Tenant);
                return false;
            default:
                CrmDiagnostics.Conflict();
                return false;
        }
    }

    private async ValueTask LearnAsync(RecordPlan plan, EventId claimed, Delivery delivery, CancellationToken cancellationToken)
    {
        var mine = plan.Events.FirstOrDefault(e => e.Id == claimed)
            ?? throw new InvalidOperationException($"The store says that event {claimed} is taken, but it is not part of the commit.");
        await foreach (var there in store.ReadTimelineAsync(TimelineQuery.Of(mine.Relationship.Tenant, claimed), cancellationToken).ConfigureAwait(false))
        {
            delivery.Know(there);
        }
    }

    private async ValueTask<Relationship> LoadAsync(RelationshipKey key, CancellationToken cancellationToken)
    {
        var loaded = await store.LoadAsync(RelationshipKeys.Of(key), cancellationToken).ConfigureAwait(false);
        return loaded.Count > 0 ? loaded[0] : Relationship.Empty(key);
    }

    private ValueTask<CommitOutcome> CommitAsync(RecordPlan plan, Relationship state, long rulesPosition, RecordTerms terms, CancellationToken cancellationToken) =>
        store.CommitAsync(
            new CrmCommit
            {
                Tenant = state.Key.Tenant,
                Relationships = [plan.Change(state.Revision, terms)],
                RulesPosition = rulesPosition,
                Lease = terms.Lease,
            },
            cancellationToken);

    /// <summary>Steps aside after a lost race: hardly at first, then for longer, and not all for the same time, so that one with a long timeline to read gets its turn.</summary>
    private static async ValueTask PauseAsync(int attempt, EventId mine, CancellationToken cancellationToken)
    {
        const int hurried = 3;
        if (attempt < hurried)
        {
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            return;
        }

        var longest = 1 << Math.Min(attempt - hurried, 5);
        var share = (mine.GetHashCode() & int.MaxValue) % (longest + 1);
        await Task.Delay(TimeSpan.FromMilliseconds(share + 1), cancellationToken).ConfigureAwait(false);
    }
}
