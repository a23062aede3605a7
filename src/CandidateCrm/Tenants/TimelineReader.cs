using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Tenants;

/// <summary>Answers questions about one relationship as of an instant.</summary>
internal sealed class TimelineReader(ICrmStore store, RelationshipEngine engine, TenantRules rules, IClock clock)
{
    internal async ValueTask<Relationship?> FindAsync(RelationshipKey key, Instant? asOf, CancellationToken cancellationToken)
    {
        var loaded = await store.LoadAsync(RelationshipKeys.Of(key), cancellationToken).ConfigureAwait(false);
        if (loaded.Count == 0)
        {
            return null;
        }

        var at = asOf ?? clock.GetCurrentInstant();
        var log = rules.LogOf(key.Tenant);
        if (loaded[0].Cursor.At <= at)
        {
            return Settled(loaded[0], at, log).Next;
        }

        var known = await ReadAsync(key, at, cancellationToken).ConfigureAwait(false);
        return known.Count == 0 ? null : engine.Replay(key, known, log, at).Next with { Revision = loaded[0].Revision, Unknown = loaded[0].Unknown };
    }

    /// <summary>Lets a relationship's time pass up to an instant, however many alarms that takes; nothing is written.</summary>
    internal Decision Settled(Relationship relationship, Instant at, Rules.ActivationLog log)
    {
        var decision = engine.Advance(relationship, at, log);
        while (decision.AlarmsLeft)
        {
            var more = engine.Advance(decision.Next, at, log);
            decision = more with { Derived = decision.Derived.AddRange(more.Derived), Effects = decision.Effects.AddRange(more.Effects) };
        }

        return decision;
    }

    /// <summary>Reads the facts and acts up to and with an instant.</summary>
    internal async ValueTask<List<TimelineEvent>> ReadAsync(RelationshipKey key, Instant until, CancellationToken cancellationToken)
    {
        var known = new List<TimelineEvent>();
        await foreach (var one in store.ReadTimelineAsync(TimelineQuery.Of(key), cancellationToken).ConfigureAwait(false))
        {
            if (one.OccurredAt > until)
            {
                break;
            }

            known.Add(one);
        }

        return known;
    }
}
