using CandidateCrm.Candidates;
using CandidateCrm.Timeline;

namespace CandidateCrm.Testing;

/// <summary>Puts a host's fact into its envelope, as recorded at the instant at which it happened.</summary>
internal static class HostFactEvents
{
    internal static TimelineEvent Of(HostFact fact, TenantId tenant) => new()
    {
        Relationship = new RelationshipKey(tenant, fact.Candidate),
        Id = fact.EventId,
        OccurredAt = fact.OccurredAt,
        RecordedAt = fact.OccurredAt,
        SourceOrder = fact.SourceOrder,
        Precision = fact.Precision,
        Actor = fact.Actor,
        Source = fact.Source,
        Correlation = fact.Correlation,
        Batch = fact.Batch,
        Trust = fact.Trust,
        Entry = fact.Fact,
        Personal = fact.Personal,
    };
}
