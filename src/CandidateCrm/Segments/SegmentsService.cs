using CandidateCrm.Candidates;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>Reads rules by the schema of the tenant's rules, and asks them of candidates in the store.</summary>
internal sealed class SegmentsService(TenantId tenant, TenantRules rules, TimelineReader reader, IClock clock) : ISegments
{
    internal required SegmentLists Lists { get; init; }

    public ISegmentPopulation Population => Indexed ?? throw new InvalidOperationException("Questions about all candidates need the segment index: call AddSegmentIndex().");

    internal ISegmentPopulation? Indexed { get; init; }

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

    public async ValueTask<SegmentMembers> MembersAsync(SegmentKey segment, SegmentMember? after = null, int max = 100, CancellationToken cancellationToken = default)
    {
        var inForce = await NowAsync(cancellationToken).ConfigureAwait(false);
        inForce.Compile(segment);
        return inForce.Segments.Find(segment)!.IsStored
            ? await Lists.PageAsync(segment, after, PageSize.Checked(max, nameof(max)), inForce.At, cancellationToken).ConfigureAwait(false)
            : throw new InvalidOperationException($"The segment {segment} is evaluated on demand, so that there is no list of its members. Have it kept, or count it.");
    }

    public async ValueTask<SegmentCount> CountAsync(SegmentKey segment, CancellationToken cancellationToken = default)
    {
        var inForce = await NowAsync(cancellationToken).ConfigureAwait(false);
        var predicate = inForce.Compile(segment);
        return inForce.Segments.Find(segment)!.IsStored
            ? await Lists.CountAsync(segment, inForce.At, cancellationToken).ConfigureAwait(false)
            : await Lists.CountByWalkAsync(inForce, asked => asked.IsMember(segment), predicate, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<SegmentCount> CountAsync(SegmentRule rule, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var inForce = await NowAsync(cancellationToken).ConfigureAwait(false);
        return await Lists.CountByWalkAsync(inForce, asked => asked.Holds(), inForce.Compile(rule), cancellationToken).ConfigureAwait(false);
    }

    private ValueTask<SegmentsInForce> NowAsync(CancellationToken cancellationToken) => AtAsync(Microseconds.Floor(clock.GetCurrentInstant()), cancellationToken);

    private async ValueTask<SegmentReading> ReadAsync(Func<SegmentSchema, SegmentTerms, SegmentReading> read, SegmentUse use, CancellationToken cancellationToken)
    {
        var inForce = await AtAsync(clock.GetCurrentInstant(), cancellationToken).ConfigureAwait(false);
        return read(inForce.Schema, inForce.Terms with { Use = Defined(use) });
    }

    private async ValueTask<SegmentsInForce> InForceAsync(CandidateId candidate, Instant? asOf, CancellationToken cancellationToken)
    {
        var at = Microseconds.Floor(asOf ?? await reader.LatestAsync(new RelationshipKey(tenant, candidate), cancellationToken).ConfigureAwait(false));
        return await AtAsync(at, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<SegmentsInForce> AtAsync(Instant at, CancellationToken cancellationToken) =>
        new((await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false)).At(at), at);

    /// <summary>Takes a candidate as of the instant; null where nothing was known of them by then.</summary>
    private async ValueTask<AskedSegment?> AskAsync(CandidateId candidate, SegmentsInForce inForce, SegmentPredicate<CandidateView>? predicate, CancellationToken cancellationToken)
    {
        var key = new RelationshipKey(tenant, candidate);
        if (await reader.FindAsync(key, inForce.At, cancellationToken).ConfigureAwait(false) is not { } relationship)
        {
            return null;
        }

        var timeline = inForce.NeedsTimeline(predicate) ? await reader.ReadTrueAsync(key, cancellationToken).ConfigureAwait(false) : null;
        return new AskedSegment(inForce, predicate, CandidateView.Of(relationship, inForce.At, timeline));
    }

    private static SegmentUse Defined(SegmentUse use) =>
        Enum.IsDefined(use) ? use : throw new ArgumentOutOfRangeException(nameof(use), use, "A use is among those that are defined.");
}
