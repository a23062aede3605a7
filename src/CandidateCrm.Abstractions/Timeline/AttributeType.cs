namespace CandidateCrm.Timeline;

/// <summary>The types of attribute values.</summary>
public enum AttributeType
{
    /// <summary>No value.</summary>
    None,

    /// <summary>A code, compared exactly. Free text is personal and belongs to the personal part.</summary>
    Code,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A calendar date.</summary>
    Date,

    /// <summary>An instant.</summary>
    Instant,
}
