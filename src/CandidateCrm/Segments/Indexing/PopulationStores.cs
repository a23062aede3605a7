using CandidateCrm.Storage;

namespace CandidateCrm.Segments.Indexing;

/// <summary>The ports that an index of candidates is kept from.</summary>
internal sealed class PopulationStores(ICrmStore store, ICrmIndex index, ICrmFeed feed)
{
    internal ICrmStore Store => store;

    internal ICrmIndex Index => index;

    internal ICrmFeed Feed => feed;
}
