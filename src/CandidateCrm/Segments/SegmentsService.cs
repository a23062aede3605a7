using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Rules;
using CandidateCrm.Segments.Reading;
using CandidateCrm.Tenants;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>Reads rules by the schema of the tenant's rules, and asks them of candidates in the store.</summary>
internal sealed class SegmentsService(TenantId tenant, TenantRules rules, TimelineReader reader, IClock clock) : ISegments
{
    /// <summary>No segment is saved yet, so that a reference to one is refused.</summary>
    private static readonly ImmutableDictionary<SegmentKey, SegmentRule?> Saved = ImmutableDictionary<SegmentKey, SegmentRule?>.Empty;

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

    public async ValueTask<bool?> MatchesAsync(CandidateId candidate, SegmentRule rule, Instant? asOf = null, CancellationToken cancellationToken = default) =>
        await AskAsync(candidate, rule, asOf, cancellationToken).ConfigureAwait(false) is { } asked ? asked.Predicate.Holds(asked.View, asked.View.At, asked.Zone) : null;

    public async ValueTask<SegmentExplanation?> ExplainAsync(CandidateId candidate, SegmentRule rule, Instant? asOf = null, CancellationToken cancellationToken = default) =>
        await AskAsync(candidate, rule, asOf, cancellationToken).ConfigureAwait(false) is { } asked ? asked.Predicate.Explain(asked.View, asked.View.At, asked.Zone) : null;

    private async ValueTask<SegmentReading> ReadAsync(Func<SegmentSchema, SegmentTerms, SegmentReading> read, SegmentUse use, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var log = await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false);
        return read(RelationshipSchema.Of(log.At(now)), Terms(now) with { Use = Defined(use) });
    }

    private async ValueTask<(SegmentPredicate<CandidateView> Predicate, CandidateView View, DateTimeZone Zone)?> AskAsync(
        CandidateId candidate, SegmentRule rule, Instant? asOf, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var key = new RelationshipKey(tenant, candidate);
        var at = Microseconds.Floor(asOf ?? await reader.LatestAsync(key, cancellationToken).ConfigureAwait(false));
        var inForce = (await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false)).At(at);
        var predicate = RelationshipSchema.Of(inForce).Compile(rule, Terms(at));
        if (await reader.FindAsync(key, at, cancellationToken).ConfigureAwait(false) is not { } relationship)
        {
            return null;
        }

        var timeline = NeedsTimeline(predicate) ? await ToldAsync(key, at, cancellationToken).ConfigureAwait(false) : null;
        return (predicate, CandidateView.Of(relationship, at, timeline), inForce.Zone);
    }

    private async ValueTask<List<TimelineEvent>> ToldAsync(RelationshipKey key, Instant at, CancellationToken cancellationToken)
    {
        var line = await reader.ReadTrueAsync(key, cancellationToken).ConfigureAwait(false);
        line.RemoveAll(one => one.OccurredAt > at);
        return line;
    }

    private static bool NeedsTimeline(SegmentPredicate<CandidateView> predicate) =>
        UsedFields.Of(predicate.Rule, predicate.Schema).Any(field => field.Name is RelationshipFields.Touchpoints or RelationshipFields.FirstContactAt);

    private static SegmentTerms Terms(Instant at) => new() { AsOf = at, Segments = Saved };

    private static SegmentUse Defined(SegmentUse use) =>
        Enum.IsDefined(use) ? use : throw new ArgumentOutOfRangeException(nameof(use), use, "A use is among those that are defined.");
}
