using System.Collections.Immutable;

namespace CandidateCrm.Applications;

/// <summary>One stage of a pipeline.</summary>
public sealed record Stage
{
    /// <summary>Gets the key; unique within its pipeline.</summary>
    public required StageKey Key { get; init; }

    /// <summary>Gets the name that recruiters see. Never shown to candidates.</summary>
    public required string Name { get; init; }

    /// <summary>Gets what kind of step it is.</summary>
    public StageCategory Category { get; init; }

    /// <summary>Gets what must be known of an application that enters it; each once.</summary>
    public ImmutableArray<StageCondition> Requires { get; init => field = value.IsDefault ? [] : value; } = [];
}
