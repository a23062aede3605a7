using System.Collections.Concurrent;
using CandidateCrm.Candidates;
using CandidateCrm.Rules;
using CandidateCrm.Segments.Indexing;
using CandidateCrm.Tenants;
using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>The indexes of candidates in this process, one for each tenant that was asked about.</summary>
internal sealed class SegmentIndexesReader(PopulationStores stores) : IDisposable
{
    private readonly ConcurrentDictionary<TenantId, Lazy<PopulationReader>> _readers = [];

    public void Dispose()
    {
        foreach (var reader in _readers.Values)
        {
            reader.Value.Dispose();
        }
    }

    internal SegmentPopulationService Of(TenantId tenant, TenantRules rules, TimelineReader reader, IClock clock) =>
        new(_readers.GetOrAdd(tenant, new Lazy<PopulationReader>(() => new PopulationReader(tenant, rules, reader, stores))).Value, clock);
}
