namespace CandidateCrm.Segments;

/// <summary>What a field holds.</summary>
public enum FieldType
{
    /// <summary>A text; compared ordinally, ignoring case unless the field says otherwise.</summary>
    Text,

    /// <summary>A code; compared exactly. It takes every operator of a text.</summary>
    Code,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A date.</summary>
    Date,

    /// <summary>An instant.</summary>
    Instant,

    /// <summary>A set of texts.</summary>
    TextSet,

    /// <summary>A set of codes.</summary>
    CodeSet,

    /// <summary>A set of numbers.</summary>
    NumberSet,

    /// <summary>Items with fields of their own.</summary>
    Collection,
}
