using System.Collections.Immutable;

namespace CandidateCrm.Applications;

/// <summary>Which internal stages candidates see as one step. A stage by its key comes before a category.</summary>
public sealed record PublicRow
{
    /// <summary>Gets the step.</summary>
    public required PublicStepKey Step { get; init; }

    /// <summary>Gets the categories of stages.</summary>
    public ImmutableArray<StageCategory> Categories { get; init; } = [];

    /// <summary>Gets stages by their keys.</summary>
    public ImmutableArray<StageKey> Stages { get; init; } = [];

    /// <summary>Gets the pipeline that it is for; unassigned for any.</summary>
    public PipelineKey Pipeline { get; init; }
}
