using System.Collections.Immutable;

namespace CandidateCrm.Segments;

/// <summary>How many candidates each of several rules holds for.</summary>
public sealed record SegmentSizes
{
    /// <summary>Gets a number for each rule, in the order asked.</summary>
    public required ImmutableArray<int> Members { get; init; }

    /// <summary>Gets the version of the index.</summary>
    public required IndexStamp Stamp { get; init; }

    /// <inheritdoc cref="SegmentSize.RowByRow"/>
    public required long RowByRow { get; init; }
}
