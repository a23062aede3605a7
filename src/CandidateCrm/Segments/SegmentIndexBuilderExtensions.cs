using CandidateCrm.Segments.Indexing;
using CandidateCrm.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CandidateCrm.Segments;

/// <summary>Adds the segment index.</summary>
public static class SegmentIndexBuilderExtensions
{
    /// <summary>Adds <see cref="ISegments.Population"/>: an index of a tenant's candidates in memory, built at the first question. Calling it again adds nothing.</summary>
    public static CandidateCrmBuilder AddSegmentIndex(this CandidateCrmBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton(provider => new SegmentIndexesReader(
            new PopulationStores(provider.GetRequiredService<ICrmStore>(), provider.GetRequiredService<ICrmIndex>(), provider.GetRequiredService<ICrmFeed>())));
        return builder;
    }
}
