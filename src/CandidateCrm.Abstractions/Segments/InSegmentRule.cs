using System.Collections.Immutable;

namespace CandidateCrm.Segments;

/// <summary>Whether the candidate is in one of other segments: in their stored membership, changes by hand included.</summary>
public sealed record InSegmentRule : SegmentRule
{
    /// <summary>Initializes the condition.</summary>
    /// <param name="segments">The segments, assigned.</param>
    /// <param name="isNegated">Whether the candidate must be in none of them.</param>
    public InSegmentRule(IEnumerable<SegmentKey> segments, bool isNegated = false)
    {
        ArgumentNullException.ThrowIfNull(segments);
        Segments = [.. segments];
        IsNegated = Segments.All(segment => segment.IsAssigned) ? isNegated : throw new ArgumentException("Each segment is assigned.", nameof(segments));
    }

    /// <summary>Gets the segments, in the order in which they are shown.</summary>
    public ImmutableArray<SegmentKey> Segments { get; }

    /// <summary>Gets a value indicating whether the candidate must be in none of them.</summary>
    public bool IsNegated { get; }

    /// <summary>Compares the segments one by one, in their order.</summary>
    public bool Equals(InSegmentRule? other) => other is not null && IsNegated == other.IsNegated && Segments.SequenceEqual(other.Segments);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsNegated, Known.Hash(Segments));

    internal override TResult Accept<TResult>(RuleVisitor<TResult> visitor) => visitor.Visit(this);
}
