using System.Collections.Immutable;
using CandidateCrm.Timeline;

namespace CandidateCrm.Segments;

/// <summary>A set compared with a list. An empty set is no value: a positive operator is false on it, a negative one true.</summary>
public sealed record SetsRule : SegmentRule
{
    /// <summary>Initializes the condition.</summary>
    public SetsRule(string field, SetOperator @operator, IEnumerable<AttributeValue> values)
    {
        Field = Known.Field(field);
        Operator = Known.Member(@operator, nameof(@operator));
        Values = Known.Values(values);
    }

    /// <summary>Gets the name of the field.</summary>
    public string Field { get; }

    /// <summary>Gets the operator.</summary>
    public SetOperator Operator { get; }

    /// <summary>Gets the values, in the order in which they are shown.</summary>
    public ImmutableArray<AttributeValue> Values { get; }

    /// <summary>Compares the values one by one, in their order.</summary>
    public bool Equals(SetsRule? other) =>
        other is not null && Field == other.Field && Operator == other.Operator && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Field, Operator, Known.Hash(Values));

    internal override TResult Accept<TResult>(RuleVisitor<TResult> visitor) => visitor.Visit(this);
}
