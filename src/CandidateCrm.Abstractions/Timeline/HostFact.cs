using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Timeline;

/// <summary>A fact as the host tells it: the envelope without what the library adds.</summary>
public sealed record HostFact
{
    /// <summary>Gets the candidate it is about.</summary>
    public required CandidateId Candidate { get; init; }

    /// <summary>
    /// Gets the id, unique within the tenant, best a natural key such as <c>application:17:submitted</c>. The same id with the same
    /// rule part changes nothing the second time; with another one the first wins and a finding says so.
    /// </summary>
    public required EventId EventId { get; init; }

    /// <summary>Gets when it happened; more than five minutes after the clock is refused; a date, by its start.</summary>
    public required Instant OccurredAt { get; init; }

    /// <summary>Gets what happened.</summary>
    public required IFact Fact { get; init; }

    /// <summary>Gets how well the instant is known; with <see cref="Precision.Day"/> the event is moved to the start of its date in the tenant's zone.</summary>
    public Precision Precision { get; init; }

    /// <summary>Gets a number of the source that orders events at one instant.</summary>
    public long SourceOrder { get; init; }

    /// <summary>Gets who acted; the host product by default.</summary>
    public Actor Actor { get; init; }

    /// <summary>Gets the system that tells it, if any.</summary>
    public SourceCode Source { get; init; }

    /// <summary>Gets what belongs to the same operation, if any.</summary>
    public CorrelationId Correlation { get; init; }

    /// <summary>Gets the import or delivery it comes with, if any.</summary>
    public BatchId Batch { get; init; }

    /// <summary>Gets how far it can be relied on.</summary>
    public Trust Trust { get; init; }

    /// <summary>Gets names, addresses, free text and raw payload, if any: stored apart from the rule part.</summary>
    [PersonalData]
    public PersonalPart? Personal { get; init; }

    /// <summary>Puts the fact into its envelope. With <see cref="Precision.Day"/> it is moved to the start of its date in the zone.</summary>
    /// <param name="tenant">Whose fact it is.</param>
    /// <param name="recordedAt">When the library learned of it.</param>
    /// <param name="zone">The tenant's zone.</param>
    public TimelineEvent ToEvent(TenantId tenant, Instant recordedAt, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return new TimelineEvent
        {
            Relationship = new RelationshipKey(tenant, Candidate),
            Id = EventId,
            OccurredAt = Precision == Precision.Day ? zone.AtStartOfDay(OccurredAt.InZone(zone).Date).ToInstant() : OccurredAt,
            RecordedAt = recordedAt,
            SourceOrder = SourceOrder,
            Precision = Precision,
            Actor = Actor,
            Source = Source,
            Correlation = Correlation,
            Batch = Batch,
            Trust = Trust,
            Entry = Fact,
            Personal = Personal,
        };
    }

    /// <summary>Returns id and instant.</summary>
    public override string ToString() => $"HostFact {EventId} at {OccurredAt}";
}
