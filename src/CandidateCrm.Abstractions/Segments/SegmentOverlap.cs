using System.Collections.Immutable;

namespace CandidateCrm.Segments;

/// <summary>How many candidates each two of several rules have in common.</summary>
public sealed record SegmentOverlap
{
    /// <summary>Gets a row for each rule in the order asked, with a number for each rule in the same order; where a rule meets itself stands its size.</summary>
    public required ImmutableArray<ImmutableArray<int>> Common { get; init; }

    /// <summary>Gets the version of the index.</summary>
    public required IndexStamp Stamp { get; init; }

    /// <inheritdoc cref="SegmentSize.RowByRow"/>
    public required long RowByRow { get; init; }

    /// <summary>Returns how many candidates are in both.</summary>
    /// <param name="one">The place of a rule, from 0.</param>
    /// <param name="other">The place of a rule, from 0.</param>
    public int Both(int one, int other) => Common[one][other];
}
