using System.Collections.Immutable;
using CandidateCrm.Applications;

namespace CandidateCrm.Insights;

/// <summary>The stages of a funnel in the pipeline's order. Steps at other stages count elsewhere, not in the funnel.</summary>
public sealed record FunnelDefinition
{
    /// <summary>Gets the stages, first to last: one or more, none twice.</summary>
    /// <exception cref="ArgumentException">There is no stage, one is not assigned, or one stands twice.</exception>
    public required ImmutableArray<StageKey> Stages
    {
        get;
        init => field = value is { IsDefaultOrEmpty: false }
            && value.All(stage => stage.IsAssigned)
            && value.Distinct().Count() == value.Length
                ? value
                : throw new ArgumentException("A funnel has one or more stages, each assigned and none twice.", nameof(value));
    }
}
