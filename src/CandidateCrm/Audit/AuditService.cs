using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Audit;

/// <summary>Reads a past and replays it under observation.</summary>
internal sealed class AuditService(TenantId tenant, TenantRules rules, RelationshipEngine engine, ICrmStore store, PauseBoards pauses, IClock clock) : IAudit
{
    public async ValueTask<CandidateTrace> TraceAsync(CandidateId candidate, Instant? from = null, Instant? to = null, CancellationToken cancellationToken = default) =>
        Tracing.Of(await ReadAsync(candidate, to, cancellationToken).ConfigureAwait(false), from);

    public async ValueTask<WhyNotAnswer> WhyNotAsync(CandidateId candidate, WhyNot question, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        var past = await ReadAsync(candidate, until: null, cancellationToken).ConfigureAwait(false);
        if (question is WhyNot.HandedOver)
        {
            past = past with { Pauses = await pauses.OfNowAsync(tenant, cancellationToken).ConfigureAwait(false) };
        }

        return WhyNotEngine.Answer(past, question);
    }

    public async ValueTask<ReplayBundle?> ExportBundleAsync(CandidateId candidate, BundleTerms? terms = null, CancellationToken cancellationToken = default)
    {
        var key = new RelationshipKey(tenant, candidate);
        var (timeline, now) = await ReadTimelineAsync(key, cancellationToken).ConfigureAwait(false);
        var horizon = Microseconds.Floor(terms?.Horizon ?? now);
        var known = AsOf([.. timeline.Where(one => one.Class != EntryClass.Derived)], horizon);
        if (known.Count == 0)
        {
            return null;
        }

        var log = await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false);
        return Bundling.Make(engine, key, known, log, (horizon, terms?.KeepsIds ?? false));
    }

    private async ValueTask<SeenPast> ReadAsync(CandidateId candidate, Instant? until, CancellationToken cancellationToken)
    {
        var key = new RelationshipKey(tenant, candidate);
        var (timeline, now) = await ReadTimelineAsync(key, cancellationToken).ConfigureAwait(false);
        var effects = await store.ReadEffectsAsync(EffectQuery.Of(key), cancellationToken).ConfigureAwait(false);
        var log = await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false);
        return SeenPast.Of(engine, timeline, effects, log, (key, until ?? now));
    }

    /// <summary>Reads the timeline with what followed, and the instant that «now» means: clocks of two systems differ a little, so the latest fact may lie a moment ahead of ours.</summary>
    private async ValueTask<(List<TimelineEvent> Timeline, Instant Now)> ReadTimelineAsync(RelationshipKey key, CancellationToken cancellationToken)
    {
        var timeline = new List<TimelineEvent>();
        await foreach (var one in store.ReadTimelineAsync(TimelineQuery.Of(key) with { WithDerived = true }, cancellationToken).ConfigureAwait(false))
        {
            timeline.Add(one);
        }

        var now = Microseconds.Floor(clock.GetCurrentInstant());
        return (timeline, timeline.Count > 0 ? Instant.Max(now, timeline[^1].OccurredAt) : now);
    }

    /// <summary>Returns what had happened by an instant, without what was taken back later; what was taken back by then stays, and so does that.</summary>
    private static List<TimelineEvent> AsOf(List<TimelineEvent> told, Instant horizon)
    {
        var later = Retracted.Of([.. told.Where(one => one.OccurredAt > horizon)]);
        return [.. told.Where(one => one.OccurredAt <= horizon && later?.Takes(one) != true)];
    }
}
