using CandidateCrm.Applications;
using NodaTime;

namespace GreenhouseBridge.Mapping;

/// <summary>How a job stands, as one payload says it.</summary>
internal sealed record JobReading
{
    public required RequisitionId Requisition { get; init; }

    /// <summary>Gets when the payload first arrived; a job has no other time by which the later of two payloads is known.</summary>
    public required Instant ReceivedAt { get; init; }

    /// <summary>Gets for how many people it is; null where only its end was told.</summary>
    public int? Openings { get; init; }

    public LocalDate OpenedOn { get; init; }

    /// <summary>Gets a value indicating whether people are sought.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Gets why it is over; unassigned while it is not.</summary>
    public ReasonCode ClosedBecause { get; init; }
}
