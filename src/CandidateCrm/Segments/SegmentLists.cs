using CandidateCrm.Candidates;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>The lists of who is in kept segments, and the walk over everybody for those that are not kept.</summary>
internal sealed class SegmentLists(TenantId tenant, ICrmIndex index, TenantScan scan, TimelineReader reader, CarriedRules carried)
{
    internal async ValueTask<SegmentMembers> PageAsync(SegmentKey segment, SegmentMember? after, int max, Instant now, CancellationToken cancellationToken)
    {
        var query = new IndexQuery { Tenant = tenant, Index = IndexNames.MembersOf(segment), After = after is null ? null : IndexRows.OfMember(after.Candidate, segment, after.Since), Max = max };
        var rows = await index.QueryAsync(query, cancellationToken).ConfigureAwait(false);
        return new SegmentMembers
        {
            AsOf = now,
            ComputingSince = await carried.AwaitedSinceAsync(now, cancellationToken).ConfigureAwait(false),
            Members = [.. rows.Select(row => new SegmentMember { Candidate = row.Candidate, Since = Microseconds.ToInstant(row.Sort) })],
        };
    }

    /// <summary>Counts the members of a kept segment.</summary>
    internal async ValueTask<SegmentCount> CountAsync(SegmentKey segment, Instant now, CancellationToken cancellationToken)
    {
        var count = 0L;
        var query = new IndexQuery { Tenant = tenant, Index = IndexNames.MembersOf(segment), Max = 10_000 };
        await foreach (var page in index.PagesAsync(query, cancellationToken).ConfigureAwait(false))
        {
            count += page.Count;
        }

        return new SegmentCount { AsOf = now, ComputingSince = await carried.AwaitedSinceAsync(now, cancellationToken).ConfigureAwait(false), Members = count };
    }

    /// <summary>Asks everybody.</summary>
    internal async ValueTask<SegmentCount> CountByWalkAsync(SegmentsInForce inForce, Func<AskedSegment, bool> isIn, SegmentPredicate<CandidateView>? predicate, CancellationToken cancellationToken)
    {
        var count = 0L;
        var needsTimeline = inForce.NeedsTimeline(predicate);
        await foreach (var stored in scan.ReadAsync(tenant, cancellationToken).ConfigureAwait(false))
        {
            var relationship = await reader.UnderRulesAsync(stored, inForce.At, cancellationToken).ConfigureAwait(false);
            var line = needsTimeline ? await reader.ReadTrueAsync(stored.Key, cancellationToken).ConfigureAwait(false) : null;
            count += isIn(new AskedSegment(inForce, predicate, CandidateView.Of(relationship, inForce.At, line))) ? 1 : 0;
        }

        return new SegmentCount { AsOf = inForce.At, Members = count };
    }
}
