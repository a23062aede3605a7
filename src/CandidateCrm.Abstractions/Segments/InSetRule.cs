using System.Collections.Immutable;
using CandidateCrm.Timeline;

namespace CandidateCrm.Segments;

/// <summary>A field is one of a list of values. Without a value it is none of them, so that the negative form holds.</summary>
public sealed record InSetRule : SegmentRule
{
    /// <summary>Initializes the condition.</summary>
    /// <param name="field">The name of the field.</param>
    /// <param name="values">The values.</param>
    /// <param name="isNegated">Whether it must be none of them.</param>
    public InSetRule(string field, IEnumerable<AttributeValue> values, bool isNegated = false)
    {
        Field = Known.Field(field);
        Values = Known.Values(values);
        IsNegated = isNegated;
    }

    /// <summary>Gets the name of the field.</summary>
    public string Field { get; }

    /// <summary>Gets the values, in the order in which they are shown.</summary>
    public ImmutableArray<AttributeValue> Values { get; }

    /// <summary>Gets a value indicating whether it must be none of them.</summary>
    public bool IsNegated { get; }

    /// <summary>Compares the values one by one, in their order.</summary>
    public bool Equals(InSetRule? other) =>
        other is not null && Field == other.Field && IsNegated == other.IsNegated && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Field, IsNegated, Known.Hash(Values));

    internal override TResult Accept<TResult>(RuleVisitor<TResult> visitor) => visitor.Visit(this);
}
