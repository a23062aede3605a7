using System.Collections.Frozen;

namespace CandidateCrm.Segments.Indexing;

/// <summary>How what is kept of each row stands to the segments that are saved.</summary>
/// <typeparam name="T">What the rules are about.</typeparam>
internal sealed class KeptMemberships<T>
{
    /// <summary>Gets the segments whose membership is stored, so that no rule is asked.</summary>
    internal required FrozenSet<SegmentKey> Stored { get; init; }

    /// <summary>Gets who is in one of them, decisions by hand included.</summary>
    internal required Func<T, SegmentKey, bool> IsMember { get; init; }

    /// <summary>Gets what people decided about a segment; null where its rule decides.</summary>
    internal required Func<T, SegmentKey, bool?> ByHand { get; init; }
}
