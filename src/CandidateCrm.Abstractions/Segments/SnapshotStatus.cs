namespace CandidateCrm.Segments;

/// <summary>What became of reading a snapshot of an index. Whatever it is but the first, the index is to be built anew.</summary>
public enum SnapshotStatus
{
    /// <summary>It was read.</summary>
    Restored,

    /// <summary>It is cut, or something in it was changed, or it is none.</summary>
    Broken,

    /// <summary>It was written in another format, by an earlier or later version of the library.</summary>
    OtherFormat,

    /// <summary>It is of another tenant.</summary>
    OtherTenant,

    /// <summary>It was written with other fields, or under other rules.</summary>
    OtherSchema,
}
