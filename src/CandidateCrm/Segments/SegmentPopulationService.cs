using System.Collections.Immutable;
using CandidateCrm.Segments.Indexing;
using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>Asks rules of all candidates of a tenant, by the index of this process.</summary>
internal sealed class SegmentPopulationService(PopulationReader reader, IClock clock) : ISegmentPopulation
{
    public async ValueTask<SegmentSize> CountAsync(SegmentRule rule, CancellationToken cancellationToken = default)
    {
        var asked = await AskAsync([rule], cancellationToken).ConfigureAwait(false);
        return asked.People.Count(asked.Rules[0]);
    }

    public async ValueTask<SegmentPage> MembersAsync(SegmentRule rule, string? after = null, int max = 1_000, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var asked = await AskAsync([rule], cancellationToken).ConfigureAwait(false);
            var page = asked.People.Members(asked.Rules[0], after, max);
            if (!await reader.DropErasedAsync(asked.Index, page.Members, cancellationToken).ConfigureAwait(false))
            {
                return page;
            }
        }
    }

    public async ValueTask<SegmentOverlap> OverlapAsync(ImmutableArray<SegmentRule> rules, CancellationToken cancellationToken = default)
    {
        var asked = await AskAsync(rules, cancellationToken).ConfigureAwait(false);
        return asked.People.Overlap(asked.Rules);
    }

    public async ValueTask<SegmentPreview> PreviewAsync(SegmentRule rule, int sample = 20, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var asked = await AskAsync([rule], cancellationToken).ConfigureAwait(false);
            var preview = asked.People.Preview(asked.Rules[0], sample);
            if (!await reader.DropErasedAsync(asked.Index, preview.Sample, cancellationToken).ConfigureAwait(false))
            {
                return preview;
            }
        }
    }

    public async ValueTask<SegmentRanking> TopAsync(SegmentRule rule, int count, string field, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(field);
        while (true)
        {
            var asked = await AskAsync([rule], cancellationToken).ConfigureAwait(false);
            var ranking = asked.People.Top(asked.Rules[0], count, field);
            if (!await reader.DropErasedAsync(asked.Index, ranking.Members.Select(member => member.Id), cancellationToken).ConfigureAwait(false))
            {
                return ranking;
            }
        }
    }

    public async ValueTask<IndexStamp> RebuildAsync(IProgress<int>? progress = null, CancellationToken cancellationToken = default) =>
        (await reader.RebuildAsync(clock.GetCurrentInstant(), progress, cancellationToken).ConfigureAwait(false)).Index.Stamp;

    public async ValueTask SaveAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var index = await reader.UpToDateAsync(clock.GetCurrentInstant(), cancellationToken).ConfigureAwait(false);
        using var written = new MemoryStream();
        SegmentIndexSnapshot.Write(index.Index, written, index.Position);
        written.Position = 0;
        await written.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<SnapshotStatus> RestoreAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var read = new MemoryStream();
        await stream.CopyToAsync(read, cancellationToken).ConfigureAwait(false);
        read.Position = 0;
        return await reader.RestoreAsync(read, clock.GetCurrentInstant(), cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<(SegmentPopulation<CandidateView> People, SegmentPredicate<CandidateView>[] Rules, CandidateIndex Index)> AskAsync(
        ImmutableArray<SegmentRule> rules, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var index = await reader.UpToDateAsync(now, cancellationToken).ConfigureAwait(false);
        var terms = new SegmentTerms { AsOf = now, Segments = index.Segments.Rules };
        SegmentPredicate<CandidateView>[] predicates = [.. rules.Select(rule => index.Index.Schema.Compile(rule, terms))];
        return (index.Index.At(now, index.Zone, index.Segments.SurroundingsAt(now)), predicates, index);
    }
}
