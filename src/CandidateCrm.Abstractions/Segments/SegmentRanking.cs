using System.Collections.Immutable;

namespace CandidateCrm.Segments;

/// <summary>The members of a segment with the largest numbers of one field.</summary>
public sealed record SegmentRanking
{
    /// <summary>Gets them, the largest first; of equal numbers in ordinal order of ids. Who has no number is not among them.</summary>
    public required ImmutableArray<RankedMember> Members { get; init; }

    /// <summary>Gets the version of the index.</summary>
    public required IndexStamp Stamp { get; init; }

    /// <inheritdoc cref="SegmentSize.RowByRow"/>
    public required long RowByRow { get; init; }

    /// <summary>Returns how many, without ids.</summary>
    public override string ToString() => $"{Members.Length} members, version {Stamp.Version}";
}
