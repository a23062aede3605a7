namespace CandidateCrm.Segments.Queries;

/// <summary>In which order a query sorts texts.</summary>
internal enum TextOrdering
{
    /// <summary>In that of some culture, or nobody knows.</summary>
    Unknown,

    /// <summary>In that of their code points, as bytes of UTF-8 sort.</summary>
    CodePoints,

    /// <summary>In that of UTF-16, as rules mean it.</summary>
    Ordinal,
}
