using System.Collections.Immutable;
using CandidateCrm.Segments.Indexing;

namespace CandidateCrm.Segments;

/// <summary>What rules that refer to segments are asked with.</summary>
/// <typeparam name="T">What the rules are about.</typeparam>
public sealed record SegmentSurroundings<T>
{
    /// <summary>Gets the rules of segments by their keys. A reference to one of them is evaluated with the rule that refers to it, each once.</summary>
    public IReadOnlyDictionary<SegmentKey, SegmentPredicate<T>> Segments { get; init; } = ImmutableDictionary<SegmentKey, SegmentPredicate<T>>.Empty;

    /// <summary>Gets who is in the other segments, by the candidate's id; null where there are none.</summary>
    public Func<string, SegmentKey, bool>? Memberships { get; init; }

    /// <summary>Gets how what is kept of each row stands to saved segments; null where nothing is.</summary>
    internal KeptMemberships<T>? Kept { get; init; }
}
