using System.Collections.Immutable;

namespace CandidateCrm.Segments;

/// <summary>All of its rules have to hold.</summary>
public sealed record AndRule : SegmentRule
{
    /// <summary>Initializes the group.</summary>
    /// <param name="rules">Two or more, in the order in which they are shown.</param>
    /// <exception cref="ArgumentException">There are fewer than two.</exception>
    public AndRule(IEnumerable<SegmentRule> rules)
    {
        Rules = Known.Rules(rules);
        Depth = 1 + Rules.Max(rule => rule.Depth);
    }

    /// <summary>Gets the rules: two or more.</summary>
    public ImmutableArray<SegmentRule> Rules { get; }

    internal override int Depth { get; }

    /// <summary>Compares the rules one by one, in their order.</summary>
    public bool Equals(AndRule? other) => other is not null && Rules.SequenceEqual(other.Rules);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(AndRule), Known.Hash(Rules));

    internal override TResult Accept<TResult>(RuleVisitor<TResult> visitor) => visitor.Visit(this);
}
