using System.Collections.Immutable;

namespace CandidateCrm.Relationships;

/// <summary>The tasks of one relationship that people still have to do.</summary>
public sealed record TasksSlice
{
    /// <summary>Gets the tasks, in the order in which they were wanted.</summary>
    public required ImmutableArray<WantedTask> Open { get; init; }

    /// <summary>Gets the keys of tasks that were skipped before the line, as it is known now, wants them: nobody will ever have them. In ordinal order of their texts.</summary>
    public ImmutableArray<EffectKey> Skipped { get; init; } = [];
}
