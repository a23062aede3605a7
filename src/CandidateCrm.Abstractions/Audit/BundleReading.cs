using System.Collections.Immutable;

namespace CandidateCrm.Audit;

/// <summary>What reading the text of a bundle gave: the bundle, or everything that is wrong with the text.</summary>
public sealed record BundleReading
{
    /// <summary>Gets the bundle; null where there are faults.</summary>
    public ReplayBundle? Bundle { get; init; }

    /// <summary>Gets the faults, in the order of the text.</summary>
    public required ImmutableArray<BundleFault> Faults { get; init; }
}
