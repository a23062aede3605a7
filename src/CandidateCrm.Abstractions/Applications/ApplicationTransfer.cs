using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>Asks to have an application go on for another opening.</summary>
public sealed record ApplicationTransfer
{
    /// <summary>Gets the id of the command, which becomes the id of the fact: told twice it is done once.</summary>
    public required EventId Id { get; init; }

    /// <summary>Gets the application.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets the opening that it is for from then on; another one than now.</summary>
    public required RequisitionId Requisition { get; init; }

    /// <summary>Gets the pipeline it runs through; the one that it has where none is given.</summary>
    public PipelineKey Pipeline { get; init; }

    /// <summary>Gets why, if that is to be kept.</summary>
    public ReasonCode Reason { get; init; }
}
