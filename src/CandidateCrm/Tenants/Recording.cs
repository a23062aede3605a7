using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tenants;

/// <summary>What became of events that were to be recorded for one candidate.</summary>
internal sealed class Recording
{
    /// <summary>Gets or sets the relationship as it is stored now.</summary>
    internal required Relationship Relationship { get; set; }

    /// <summary>Gets or sets the events that are still to be written.</summary>
    internal List<TimelineEvent> Fresh { get; set; } = [];

    /// <summary>Gets what became of each event, by its id.</summary>
    internal Dictionary<EventId, RecordStatus> Statuses { get; } = [];

    /// <summary>Gets or sets what was written; null where nothing was.</summary>
    internal RecordPlan? Written { get; set; }

    /// <summary>Gets or sets a value indicating whether somebody else holds the lease by now.</summary>
    internal bool LeaseLost { get; set; }

    /// <summary>Gets the ids that came a second time in the same delivery with another rule part.</summary>
    internal HashSet<EventId> ReusedInDelivery { get; } = [];

    internal RecordStatus StatusOfSecond(EventId id) => ReusedInDelivery.Contains(id) ? RecordStatus.IdReused : RecordStatus.Repeated;

    internal RecordStatus StatusOf(EventId id) => Statuses.GetValueOrDefault(id, RecordStatus.Recorded);
}
