using System.Collections.Immutable;

namespace CandidateCrm.Segments;

/// <summary>What a rule would come to before it is saved: how many, and some of them.</summary>
public sealed record SegmentPreview
{
    /// <summary>Gets how many would be in.</summary>
    public required int Members { get; init; }

    /// <summary>Gets some of them, spread evenly over all of them in the order of their ids.</summary>
    public required ImmutableArray<string> Sample { get; init; }

    /// <summary>Gets the version of the index.</summary>
    public required IndexStamp Stamp { get; init; }

    /// <inheritdoc cref="SegmentSize.RowByRow"/>
    public required long RowByRow { get; init; }

    /// <summary>Returns how many, and how many of them are named; no ids.</summary>
    public override string ToString() => $"{Members} in, {Sample.Length} named";
}
