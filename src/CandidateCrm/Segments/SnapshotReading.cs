namespace CandidateCrm.Segments;

/// <summary>What reading a snapshot came to.</summary>
/// <typeparam name="T">What the rules are about.</typeparam>
public sealed record SnapshotReading<T>
{
    /// <summary>Gets whether it was read, or why not.</summary>
    public required SnapshotStatus Status { get; init; }

    /// <summary>Gets the index; null unless it was read.</summary>
    public SegmentIndex<T>? Index { get; init; }

    /// <summary>Gets up to where the writer had followed what happens, as it said when it wrote; null where it said nothing.</summary>
    public string? Position { get; init; }

    /// <summary>Returns the status.</summary>
    public override string ToString() => Status.ToString();
}
