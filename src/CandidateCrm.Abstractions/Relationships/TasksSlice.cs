using System.Collections.Immutable;

namespace CandidateCrm.Relationships;

/// <summary>The tasks of one relationship that people still have to do.</summary>
public sealed record TasksSlice
{
    /// <summary>Gets the tasks, in the order in which they were wanted.</summary>
    public required ImmutableArray<WantedTask> Open { get; init; }
}
