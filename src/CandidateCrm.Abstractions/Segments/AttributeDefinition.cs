using CandidateCrm.Timeline;

namespace CandidateCrm.Segments;

/// <summary>Declares one attribute that the host tells with <see cref="Candidates.AttributesChanged"/>: a field of segment rules over candidates, under its key.</summary>
public sealed record AttributeDefinition
{
    /// <summary>Gets the name, in facts and in rules; none that rules have for something else, such as <c>phase</c>.</summary>
    public required FactCode Key { get; init; }

    /// <summary>Gets the version, 1 or more; 1 by default.</summary>
    public int Version { get; init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A version is 1 or more."); } = 1;

    /// <summary>Gets the type; any but a collection. Text and code are told alike, as texts; so are their sets.</summary>
    public required FieldType Type { get; init => field = Known.Member(value, nameof(value)); }

    /// <summary>
    /// Gets what it may be used for; <see cref="AttributeClass.Ordinary"/> by default. The values of a protected one are not kept in the relationship, and of a contact, a text or code, only whether there is one;
    /// both stand in the facts that told them.
    /// </summary>
    public AttributeClass Class { get; init => field = Known.Member(value, nameof(value)); }

    /// <summary>Gets who answers for the use of a proxy, why, and until when; null for none: then no rule may use the proxy. Other classes have none.</summary>
    public FieldJustification? Justification { get; init; }

    /// <summary>Gets a value indicating whether a text or a set of texts is compared exactly, as codes are.</summary>
    public bool IsCaseSensitive { get; init; }

    /// <summary>Says whether a value that was told is one of this attribute. No value always is; of a contact, true or false may be told instead of the address.</summary>
    internal bool Fits(AttributeValue value) => value.IsNone || (Class == AttributeClass.Contact && value.Type == AttributeType.Boolean) || value.Type == Type switch
    {
        FieldType.Text or FieldType.Code => AttributeType.Text,
        FieldType.Number => AttributeType.Number,
        FieldType.Boolean => AttributeType.Boolean,
        FieldType.Date => AttributeType.Date,
        FieldType.Instant => AttributeType.Instant,
        FieldType.TextSet or FieldType.CodeSet => AttributeType.TextSet,
        FieldType.NumberSet => AttributeType.NumberSet,
        _ => AttributeType.None,
    };
}
