namespace CandidateCrm.Segments;

/// <summary>Whether there is a value. Null, absent, the empty text and the empty set are none; <c>false</c> and <c>0</c> are values.</summary>
public sealed record HasValueRule : SegmentRule
{
    /// <summary>Initializes the condition.</summary>
    /// <param name="field">The name of the field.</param>
    /// <param name="isNegated">Whether there must be none.</param>
    public HasValueRule(string field, bool isNegated = false)
    {
        Field = Known.Field(field);
        IsNegated = isNegated;
    }

    /// <summary>Gets the name of the field.</summary>
    public string Field { get; }

    /// <summary>Gets a value indicating whether there must be no value.</summary>
    public bool IsNegated { get; }

    internal override TResult Accept<TResult>(RuleVisitor<TResult> visitor) => visitor.Visit(this);
}
