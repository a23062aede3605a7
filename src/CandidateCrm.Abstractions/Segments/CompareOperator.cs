namespace CandidateCrm.Segments;

/// <summary>How a field is compared with an operand. The negative ones are the exact complement of the positive ones, also where there is no value.</summary>
public enum CompareOperator
{
    /// <summary>The same value.</summary>
    Equal,

    /// <summary>Not the same value, or none.</summary>
    NotEqual,

    /// <summary>Below the operand; texts in ordinal order, under the field's case rule.</summary>
    Less,

    /// <summary>At most the operand.</summary>
    LessOrEqual,

    /// <summary>Above the operand.</summary>
    Greater,

    /// <summary>At least the operand.</summary>
    GreaterOrEqual,

    /// <summary>Between two operands, both included.</summary>
    Between,

    /// <summary>Outside two operands, or no value.</summary>
    NotBetween,
}
