using System.Collections.Immutable;

namespace CandidateCrm.Segments;

/// <summary>What came of reading an explanation.</summary>
public sealed record SegmentExplanationReading
{
    /// <summary>Gets the explanation; null where there are faults.</summary>
    public SegmentExplanation? Explanation { get; init; }

    /// <summary>Gets everything that is wrong, in the order of the document, all with the code <see cref="SegmentFaultCodes.Malformed"/>; at most 1,000.</summary>
    public ImmutableArray<SegmentFault> Faults { get; init; } = [];

    /// <summary>Returns the explanation, or throws with every fault.</summary>
    /// <exception cref="InvalidSegmentException">There are faults.</exception>
    public SegmentExplanation Required() => Explanation ?? throw new InvalidSegmentException(Faults);
}
