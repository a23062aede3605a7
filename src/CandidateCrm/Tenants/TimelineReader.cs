using CandidateCrm.Calendars;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Tenants;

/// <summary>Answers questions about one relationship as of an instant.</summary>
internal sealed class TimelineReader(ICrmStore store, RelationshipEngine engine, TenantRules rules, IClock clock)
{
    internal async ValueTask<Relationship?> FindAsync(RelationshipKey key, Instant? asOf, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(key, cancellationToken).ConfigureAwait(false) is not { } stored)
        {
            return null;
        }

        var at = asOf ?? Latest(stored);
        if (stored.Cursor.At <= at)
        {
            return await SettleAsync(stored, at, cancellationToken).ConfigureAwait(false);
        }

        var log = await rules.LogOfAsync(key.Tenant, cancellationToken).ConfigureAwait(false);
        var known = await ReadAsync(key, at, cancellationToken).ConfigureAwait(false);
        return known.Count == 0 ? null : engine.Replay(key, known, log, at).Next.KeptFrom(stored);
    }

    /// <summary>Lets a relationship's time pass up to an instant; nothing is written. A state that cannot go on under the rules is made anew.</summary>
    internal async ValueTask<Relationship> SettleAsync(Relationship stored, Instant at, CancellationToken cancellationToken) =>
        (await DecideAsync(stored, at, cancellationToken).ConfigureAwait(false)).Next.KeptFrom(stored);

    /// <summary>Returns a relationship as it is now: what time alone has changed since it was stored is settled, and anything else is handed back as it is.</summary>
    internal async ValueTask<Relationship> CurrentAsync(Relationship stored, Instant now, CancellationToken cancellationToken) =>
        stored.NextChangeAt <= now ? await SettleAsync(stored, now, cancellationToken).ConfigureAwait(false) : stored;

    /// <summary>As <see cref="CurrentAsync"/>, and under the rules in force also where no job carried these to the relationship yet: what they keep of it is theirs.</summary>
    internal async ValueTask<Relationship> UnderRulesAsync(Relationship stored, Instant now, CancellationToken cancellationToken)
    {
        var log = await rules.LogOfAsync(stored.Key.Tenant, cancellationToken).ConfigureAwait(false);
        return stored.NextChangeAt <= now || (stored.RulesPosition != log.InForceAt(now).Position && stored.Cursor.At <= now)
            ? await SettleAsync(stored, now, cancellationToken).ConfigureAwait(false)
            : stored;
    }

    /// <summary>Goes on from a state up to an instant, or, where the rules ask for the past, decides about the whole timeline.</summary>
    private async ValueTask<Decision> DecideAsync(Relationship stored, Instant at, CancellationToken cancellationToken)
    {
        var log = await rules.LogOfAsync(stored.Key.Tenant, cancellationToken).ConfigureAwait(false);
        var decision = engine.Settled(stored, at, log);
        return decision.Status == DecisionStatus.Applied
            ? decision
            : engine.Replay(stored.Key, await ReadAsync(stored.Key, at, cancellationToken).ConfigureAwait(false), log, at);
    }

    /// <summary>Returns the calendar that a promise was opened under.</summary>
    internal CompiledCalendar CalendarOf(Promise promise, ActivationLog log, Instant now) => engine.CalendarOf(promise, log, now);

    /// <summary>Returns the instant that «now» means for a relationship.</summary>
    internal async ValueTask<Instant> LatestAsync(RelationshipKey key, CancellationToken cancellationToken)
    {
        var stored = await store.FindAsync(key, cancellationToken).ConfigureAwait(false);
        return stored is null ? clock.GetCurrentInstant() : Latest(stored);
    }

    /// <summary>Reads the facts and acts up to and with an instant, for a replay, without what was taken back after it: that was never true.</summary>
    internal async ValueTask<List<TimelineEvent>> ReadAsync(RelationshipKey key, Instant until, CancellationToken cancellationToken)
    {
        var line = new List<TimelineEvent>();
        var later = new List<TimelineEvent>();
        await foreach (var one in store.ReadTimelineAsync(TimelineQuery.Of(key), cancellationToken).ConfigureAwait(false))
        {
            if (one.OccurredAt <= until)
            {
                line.Add(one);
            }
            else if (one.Entry is FactsRetracted)
            {
                later.Add(one);
            }
        }

        Drop(line, Retracted.Of(later));
        return line;
    }

    /// <summary>Reads what was not taken back, in the order of the line: facts and acts.</summary>
    internal async ValueTask<List<TimelineEvent>> ReadTrueAsync(RelationshipKey key, CancellationToken cancellationToken)
    {
        var line = await ReadAllAsync(key, cancellationToken).ConfigureAwait(false);
        Drop(line, Retracted.Of(line));
        return line;
    }

    /// <summary>Reads everything that was told, in the order of the line: facts and acts, those that were taken back among them.</summary>
    internal async ValueTask<List<TimelineEvent>> ReadAllAsync(RelationshipKey key, CancellationToken cancellationToken)
    {
        var line = new List<TimelineEvent>();
        await foreach (var one in store.ReadTimelineAsync(TimelineQuery.Of(key), cancellationToken).ConfigureAwait(false))
        {
            line.Add(one);
        }

        return line;
    }

    private static void Drop(List<TimelineEvent> line, Retracted? retracted)
    {
        if (retracted is not null)
        {
            line.RemoveAll(retracted.Takes);
        }
    }

    // Clocks of two systems differ a little: the latest fact may lie a moment ahead of ours, and it is known now.
    private Instant Latest(Relationship relationship) => Instant.Max(clock.GetCurrentInstant(), relationship.Cursor.At);
}
