namespace CandidateCrm.Segments;

/// <summary>How many candidates of an index rules hold for.</summary>
public sealed record SegmentSize
{
    /// <summary>Gets how many are in.</summary>
    public required int Members { get; init; }

    /// <summary>Gets the version of the index.</summary>
    public required IndexStamp Stamp { get; init; }

    /// <summary>Gets how often one candidate was asked by itself, because no column says a condition: one that compares two fields, that changes with time alone, or that asks the host who is in a segment.</summary>
    public required long RowByRow { get; init; }
}
