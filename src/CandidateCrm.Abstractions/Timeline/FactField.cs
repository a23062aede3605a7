using CandidateCrm.Candidates;

namespace CandidateCrm.Timeline;

/// <summary>One named, typed value of a fact.</summary>
public readonly record struct FactField
{
    /// <summary>The longest text that is a value.</summary>
    public const int LongestText = 500;

    /// <summary>The longest element of a set.</summary>
    public const int LongestElement = 200;

    /// <summary>The largest number of elements of a set.</summary>
    public const int MostElements = 200;

    /// <summary>Initializes a field.</summary>
    /// <param name="name">1 to 64 lower-case letters, digits and the marks <c>- _ .</c>.</param>
    /// <param name="value">Its value: a text of at most 500 characters, none of them a control character, or a set of at most 200 elements of at most 200. The empty text and the empty set are no value; an instant is floored to microseconds.</param>
    /// <exception cref="ArgumentException">The name was never assigned, or the value breaks its rule.</exception>
    public FactField(FactCode name, AttributeValue value)
    {
        Name = name.IsAssigned ? name : throw new ArgumentException("A field of a fact needs an assigned name.", nameof(name));
        Value = Fits(value)
            ? Told(value)
            : throw new ArgumentException($"A text has at most {LongestText} characters, no control character and no half a surrogate pair; a set has at most {MostElements} elements of at most {LongestElement}.", nameof(value));
    }

    /// <summary>Gets the name.</summary>
    public FactCode Name { get; }

    /// <summary>Gets the value.</summary>
    public AttributeValue Value { get; }

    /// <summary>Says whether a fact may carry the value.</summary>
    internal static bool Fits(AttributeValue value) => value.Type switch
    {
        AttributeType.Text => HostText.IsValue(value.AsText, LongestText),
        AttributeType.TextSet => value.AsTexts.Length <= MostElements && value.AsTexts.All(each => HostText.IsValue(each, LongestElement)),
        AttributeType.NumberSet => value.AsNumbers.Length <= MostElements,
        _ => true,
    };

    private static AttributeValue Told(AttributeValue value) => value switch
    {
        { IsNone: true } => default,
        { Type: AttributeType.Instant } => AttributeValue.At(Microseconds.Floor(value.AsInstant)),
        _ => value,
    };
}
