using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tenants;

/// <summary>What became of events that were to be recorded for one candidate.</summary>
internal sealed class Recording(Delivery delivery)
{
    /// <summary>Gets the events.</summary>
    internal Delivery Delivery => delivery;

    /// <summary>Gets the relationship as it is stored now.</summary>
    internal required Relationship Relationship { get; init; }

    /// <summary>Gets what was written; null where nothing was.</summary>
    internal RecordPlan? Written { get; init; }

    /// <summary>Gets a value indicating whether somebody else holds the lease by now.</summary>
    internal bool LeaseLost { get; init; }

    internal RecordStatus StatusOf(TimelineEvent one) => delivery.StatusOf(one);
}
