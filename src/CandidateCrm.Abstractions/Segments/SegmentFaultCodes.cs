namespace CandidateCrm.Segments;

/// <summary>What can be wrong with a rule.</summary>
public static class SegmentFaultCodes
{
    /// <summary>A group without rules; it is not «everyone».</summary>
    public const string EmptyGroup = "segment.empty_group";

    /// <summary>An operator that takes a list has none.</summary>
    public const string EmptyList = "segment.empty_list";

    /// <summary>An operator has an empty text to compare with; <c>has no value</c> asks for that.</summary>
    public const string EmptyValue = "segment.empty_value";

    /// <summary>The schema has no such field.</summary>
    public const string UnknownField = "segment.unknown_field";

    /// <summary>There is no such operator.</summary>
    public const string UnknownOperator = "segment.unknown_operator";

    /// <summary>Rules are joined by <c>and</c> or <c>or</c>, and by nothing else.</summary>
    public const string UnknownCombinator = "segment.unknown_combinator";

    /// <summary>There is no such segment.</summary>
    public const string UnknownSegment = "segment.unknown_segment";

    /// <summary>The operator is not for fields of this type.</summary>
    public const string UnsupportedOperator = "segment.unsupported_operator";

    /// <summary>The field's type cannot read the value.</summary>
    public const string BadValue = "segment.bad_value";

    /// <summary>There is no such unit, or not for a date.</summary>
    public const string BadUnit = "segment.bad_unit";

    /// <summary>The threshold is missing, negative, or above 1 and not whole.</summary>
    public const string BadThreshold = "segment.bad_threshold";

    /// <summary>The condition holds for everyone by its form.</summary>
    public const string Tautology = "segment.tautology";

    /// <summary>Two fields of different types are compared.</summary>
    public const string TypeMismatch = "segment.type_mismatch";

    /// <summary>Segments refer to each other in a circle.</summary>
    public const string CircularReference = "segment.circular_reference";

    /// <summary>The class of the attribute forbids this use.</summary>
    public const string ProtectedField = "segment.protected_field";

    /// <summary>An attribute of the host where only recorded ones can serve.</summary>
    public const string NotRecorded = "segment.not_recorded";

    /// <summary>Too many groups or counts within each other.</summary>
    public const string TooDeep = "segment.too_deep";

    /// <summary>Too many conditions, or too many values in one list.</summary>
    public const string TooLarge = "segment.too_large";

    /// <summary>The text is not one of the language, or no JSON.</summary>
    public const string Malformed = "segment.malformed";
}
