using System.Collections.Immutable;
using CandidateCrm.Relationships;

namespace CandidateCrm.Tenants;

/// <summary>What became of features that had failed for a candidate, once they were tried again.</summary>
public sealed record Redriven
{
    /// <summary>Gets the faults that are gone.</summary>
    public required ImmutableArray<SliceFault> Healed { get; init; }

    /// <summary>Gets the faults that are there now, old or new.</summary>
    public required ImmutableArray<SliceFault> Left { get; init; }
}
