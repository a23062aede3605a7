using System.Collections.Immutable;
using CandidateCrm.Applications;

namespace CandidateCrm.Insights;

/// <summary>One way through the process and how many applications went exactly so.</summary>
public sealed record PathVariant
{
    /// <summary>Gets how many applications.</summary>
    public required long Count { get; init; }

    /// <summary>Gets every step from the first to the last, repeats included.</summary>
    public required ImmutableArray<StageKey> Steps { get; init; }
}
