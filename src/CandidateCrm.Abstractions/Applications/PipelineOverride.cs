using System.Collections.Immutable;

namespace CandidateCrm.Applications;

/// <summary>Stages of their own for some openings, in place of those of the pipeline.</summary>
public sealed record PipelineOverride
{
    /// <summary>Gets the openings; none of them in another override of the pipeline.</summary>
    public required ImmutableArray<RequisitionId> Requisitions { get; init; }

    /// <summary>Gets their stages in order.</summary>
    public required ImmutableArray<Stage> Stages { get; init; }
}
