namespace CandidateCrm.Segments;

/// <summary>What kind of value stands in a rule.</summary>
public enum SegmentValueKind
{
    /// <summary>None; only the default value.</summary>
    None,

    /// <summary>A text or code.</summary>
    Text,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A date.</summary>
    Date,

    /// <summary>An instant.</summary>
    Instant,
}
