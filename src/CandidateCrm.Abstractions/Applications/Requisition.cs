using System.Collections.Immutable;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>
/// An opening for one or more people, and what is planned with it. It holds numbers, dates and codes; its title, its text and whoever manages it
/// stay with the host. What is not required here is checked when it is saved, every fault at once.
/// </summary>
public sealed record Requisition
{
    /// <summary>The largest number of rows in a forecast.</summary>
    public const int MostExpected = 60;

    /// <summary>Gets the name, the same that applications are submitted with.</summary>
    public required RequisitionId Id { get; init; }

    /// <summary>Gets whether people are sought. Saving sets it to open or on hold; closing and re-opening have commands of their own.</summary>
    public RequisitionStatus Status { get; init; }

    /// <summary>Gets for how many people it is: 0 or more, and no fewer than are filled.</summary>
    public required int Openings { get; init; }

    /// <summary>Gets for how many of them somebody was found: 0 or more. The host counts; a hire changes it when the host saves.</summary>
    public int Filled { get; init; }

    /// <summary>Gets the date from which on people are sought.</summary>
    public required LocalDate OpenedOn { get; init; }

    /// <summary>Gets the date by which all openings are to be filled, if any; not before <see cref="OpenedOn"/>.</summary>
    public LocalDate? TargetDate { get; init; }

    /// <summary>Gets which further openings are expected, one row for each date, earliest first: up to <see cref="MostExpected"/>, none before <see cref="OpenedOn"/>.</summary>
    public ImmutableArray<ExpectedOpenings> Forecast
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];

    /// <summary>Gets what kind of work it is, if told.</summary>
    public RequisitionFamily Family { get; init; }

    /// <summary>Gets the pipeline that its applications run through, if it is not the tenant's default.</summary>
    public PipelineKey Pipeline { get; init; }

    /// <summary>Gets when it was closed; null while it is not. Kept by the library, as is all that follows.</summary>
    public Instant? ClosedAt { get; init; }

    /// <summary>Gets why it was closed; unassigned while it is not.</summary>
    public ReasonCode CloseReason { get; init; }

    /// <summary>Gets who closed it; the host product while it is not.</summary>
    public Actor ClosedBy { get; init; }

    /// <summary>Gets how often it was closed.</summary>
    public int Closings { get; init; }

    /// <summary>Gets when it was last re-opened; null where it never was.</summary>
    public Instant? ReopenedAt { get; init; }

    /// <summary>Gets who last re-opened it.</summary>
    public Actor ReopenedBy { get; init; }

    /// <summary>Gets the revision that was read; 0 for one that is new. Saving on top of another one is refused.</summary>
    public long Revision { get; init; }

    /// <summary>Gets a value indicating whether it is over.</summary>
    public bool IsClosed => Status == RequisitionStatus.Closed;

    /// <summary>Gets how many openings are expected in all: the rows of the forecast together.</summary>
    public long Expected => Forecast.Sum(row => (long)row.Openings);

    /// <summary>Returns name, status and revision.</summary>
    public override string ToString() => $"Requisition {Id} {Status} r{Revision}";
}
