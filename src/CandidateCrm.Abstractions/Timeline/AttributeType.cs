namespace CandidateCrm.Timeline;

/// <summary>What an attribute value is.</summary>
public enum AttributeType
{
    /// <summary>No value.</summary>
    None,

    /// <summary>A text or code. Whether it is compared exactly says whoever compares it.</summary>
    Text,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A calendar date.</summary>
    Date,

    /// <summary>An instant.</summary>
    Instant,

    /// <summary>A set of texts or codes.</summary>
    TextSet,

    /// <summary>A set of numbers.</summary>
    NumberSet,
}
