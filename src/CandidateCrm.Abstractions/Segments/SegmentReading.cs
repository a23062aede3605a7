using System.Collections.Immutable;

namespace CandidateCrm.Segments;

/// <summary>What came of reading a rule.</summary>
public sealed record SegmentReading
{
    /// <summary>Gets the rule; null where there are faults.</summary>
    public SegmentRule? Rule { get; init; }

    /// <summary>Gets everything that is wrong, a text's in its order; at most 1,000.</summary>
    public ImmutableArray<SegmentFault> Faults { get; init; } = [];

    /// <summary>Returns the rule, or throws with every fault.</summary>
    /// <exception cref="InvalidSegmentException">There are faults.</exception>
    public SegmentRule Required() => Rule ?? throw new InvalidSegmentException(Faults);
}
