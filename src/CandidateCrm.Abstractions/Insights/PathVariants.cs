using System.Collections.Immutable;

namespace CandidateCrm.Insights;

/// <summary>The different ways through the process.</summary>
public sealed record PathVariants
{
    /// <summary>Gets how many different ways there are; paths without steps count as none.</summary>
    public required long Distinct { get; init; }

    /// <summary>Gets the most frequent ways, most frequent first; equal ones in the ordinal order of their steps, a beginning before what continues it.</summary>
    public required ImmutableArray<PathVariant> Top { get; init; }
}
