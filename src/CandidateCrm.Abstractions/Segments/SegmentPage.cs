using System.Collections.Immutable;

namespace CandidateCrm.Segments;

/// <summary>A page of the members of a segment, in ordinal order of their ids.</summary>
public sealed record SegmentPage
{
    /// <summary>Gets the ids.</summary>
    public required ImmutableArray<string> Members { get; init; }

    /// <summary>Gets the id after which the next page begins; null where this page is the last.</summary>
    public required string? Next { get; init; }

    /// <summary>Gets the version of the index.</summary>
    public required IndexStamp Stamp { get; init; }

    /// <inheritdoc cref="SegmentSize.RowByRow"/>
    public required long RowByRow { get; init; }

    /// <summary>Returns how many, without ids.</summary>
    public override string ToString() => $"{Members.Length} members, version {Stamp.Version}";
}
