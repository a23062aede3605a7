using CandidateCrm.Candidates;
using CandidateCrm.Rules;
using CandidateCrm.Tenants;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>Reads rules by the schema of the tenant's rules, and asks them of candidates in the store.</summary>
internal sealed class SegmentsService(TenantId tenant, TenantRules rules, TimelineReader reader, IClock clock) : ISegments
{
    public ValueTask<SegmentReading> ReadTextAsync(string text, SegmentUse use = SegmentUse.OnDemand, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ReadAsync((schema, terms) => SegmentText.Parse(text, schema, terms), use, cancellationToken);
    }

    public ValueTask<SegmentReading> ReadJsonAsync(string json, SegmentUse use = SegmentUse.OnDemand, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(json);
        return ReadAsync((schema, terms) => SegmentJson.Read(json, schema, terms), use, cancellationToken);
    }

    public ValueTask<SegmentReading> ReviewAsync(SegmentRule rule, SegmentUse use = SegmentUse.OnDemand, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return ReadAsync((schema, terms) => SegmentReview.Read(rule, schema, terms), use, cancellationToken);
    }

    public async ValueTask<bool?> MatchesAsync(CandidateId candidate, SegmentRule rule, Instant? asOf = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var inForce = await InForceAsync(candidate, asOf, cancellationToken).ConfigureAwait(false);
        return await AskAsync(candidate, inForce, inForce.Compile(rule), cancellationToken).ConfigureAwait(false) is { } asked ? asked.Holds() : null;
    }

    public async ValueTask<bool?> MatchesAsync(CandidateId candidate, SegmentKey segment, Instant? asOf = null, CancellationToken cancellationToken = default)
    {
        var inForce = await InForceAsync(candidate, asOf, cancellationToken).ConfigureAwait(false);
        return await AskAsync(candidate, inForce, inForce.Compile(segment), cancellationToken).ConfigureAwait(false) is { } asked ? asked.IsMember(segment) : null;
    }

    public async ValueTask<SegmentExplanation?> ExplainAsync(CandidateId candidate, SegmentRule rule, Instant? asOf = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var inForce = await InForceAsync(candidate, asOf, cancellationToken).ConfigureAwait(false);
        return await AskAsync(candidate, inForce, inForce.Compile(rule), cancellationToken).ConfigureAwait(false) is { } asked ? asked.Explain() : null;
    }

    public async ValueTask<SegmentExplanation?> ExplainAsync(CandidateId candidate, SegmentKey segment, Instant? asOf = null, CancellationToken cancellationToken = default)
    {
        var inForce = await InForceAsync(candidate, asOf, cancellationToken).ConfigureAwait(false);
        return await AskAsync(candidate, inForce, inForce.Compile(segment), cancellationToken).ConfigureAwait(false) is { } asked ? asked.Explain(segment) : null;
    }

    private async ValueTask<SegmentReading> ReadAsync(Func<SegmentSchema, SegmentTerms, SegmentReading> read, SegmentUse use, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var log = await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false);
        var inForce = new SegmentsInForce(log.At(now), now);
        return read(inForce.Schema, inForce.Terms with { Use = Defined(use) });
    }

    private async ValueTask<SegmentsInForce> InForceAsync(CandidateId candidate, Instant? asOf, CancellationToken cancellationToken)
    {
        var at = Microseconds.Floor(asOf ?? await reader.LatestAsync(new RelationshipKey(tenant, candidate), cancellationToken).ConfigureAwait(false));
        return new SegmentsInForce((await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false)).At(at), at);
    }

    /// <summary>Takes a candidate as of the instant; null where nothing was known of them by then.</summary>
    private async ValueTask<AskedSegment?> AskAsync(CandidateId candidate, SegmentsInForce inForce, SegmentPredicate<CandidateView>? predicate, CancellationToken cancellationToken)
    {
        var key = new RelationshipKey(tenant, candidate);
        if (await reader.FindAsync(key, inForce.At, cancellationToken).ConfigureAwait(false) is not { } relationship)
        {
            return null;
        }

        var timeline = inForce.NeedsTimeline(predicate) ? await ToldAsync(key, inForce.At, cancellationToken).ConfigureAwait(false) : null;
        return new AskedSegment(inForce, predicate, CandidateView.Of(relationship, inForce.At, timeline));
    }

    private async ValueTask<List<TimelineEvent>> ToldAsync(RelationshipKey key, Instant at, CancellationToken cancellationToken)
    {
        var line = await reader.ReadTrueAsync(key, cancellationToken).ConfigureAwait(false);
        line.RemoveAll(one => one.OccurredAt > at);
        return line;
    }

    private static SegmentUse Defined(SegmentUse use) =>
        Enum.IsDefined(use) ? use : throw new ArgumentOutOfRangeException(nameof(use), use, "A use is among those that are defined.");
}
