using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NodaTime;

namespace CandidateCrm.Timeline;

/// <summary>
/// A value of exactly one type, in a fact or in a segment rule; the default is no value. A value is read by the accessor of its own type only.
/// Sets are equal where they have the same elements.
/// </summary>
public readonly record struct AttributeValue
{
    private readonly object? _reference;
    private readonly decimal _number;
    private readonly LocalDate _date;
    private readonly Instant _instant;

    private AttributeValue(AttributeType type, object? reference = null, decimal number = 0, LocalDate date = default, Instant instant = default)
    {
        Type = type;
        _reference = reference;
        _number = number;
        _date = date;
        _instant = instant;
    }

    /// <summary>Gets the type.</summary>
    public AttributeType Type { get; }

    /// <summary>Gets the text or code.</summary>
    public string AsText => (string)Is(AttributeType.Text)._reference!;

    /// <summary>Gets the number.</summary>
    public decimal AsNumber => Is(AttributeType.Number)._number;

    /// <summary>Gets a value indicating whether it is true.</summary>
    public bool AsBoolean => Is(AttributeType.Boolean)._number != 0;

    /// <summary>Gets the date, in the ISO calendar.</summary>
    public LocalDate AsDate => Is(AttributeType.Date)._date;

    /// <summary>Gets the instant.</summary>
    public Instant AsInstant => Is(AttributeType.Instant)._instant;

    /// <summary>Gets the elements of a set of texts, each once, in ordinal order.</summary>
    public ImmutableArray<string> AsTexts => ImmutableCollectionsMarshal.AsImmutableArray((string[])Is(AttributeType.TextSet)._reference!);

    /// <summary>Gets the elements of a set of numbers, each once, from the smallest on.</summary>
    public ImmutableArray<decimal> AsNumbers => ImmutableCollectionsMarshal.AsImmutableArray((decimal[])Is(AttributeType.NumberSet)._reference!);

    /// <summary>Gets a value indicating whether there is none: neither the empty text nor an empty set is one. False and 0 are values.</summary>
    public bool IsNone => Type switch
    {
        AttributeType.None => true,
        AttributeType.Text => AsText.Length == 0,
        AttributeType.TextSet => AsTexts.IsEmpty,
        AttributeType.NumberSet => AsNumbers.IsEmpty,
        _ => false,
    };

    /// <summary>Gets a value indicating whether it is one value, as literals of rules are: no set, and not none.</summary>
    internal bool IsSingle => Type is not (AttributeType.None or AttributeType.TextSet or AttributeType.NumberSet);

    /// <summary>Gets the elements of a set of texts for whoever reads lists; no copy.</summary>
    internal IReadOnlyList<string>? TextList => _reference as string[];

    /// <summary>Gets the elements of a set of numbers for whoever reads lists; no copy.</summary>
    internal IReadOnlyList<decimal>? NumberList => _reference as decimal[];

    /// <summary>Takes a text or code.</summary>
    public static implicit operator AttributeValue(string text) => Text(text);

    /// <summary>Takes a number.</summary>
    public static implicit operator AttributeValue(decimal number) => Number(number);

    /// <summary>Takes a number.</summary>
    public static implicit operator AttributeValue(int number) => Number(number);

    /// <summary>Takes true or false.</summary>
    public static implicit operator AttributeValue(bool flag) => Boolean(flag);

    /// <summary>Takes a date. Compared with an instant it is the start of that day in the zone.</summary>
    public static implicit operator AttributeValue(LocalDate date) => Date(date);

    /// <summary>Takes an instant.</summary>
    public static implicit operator AttributeValue(Instant instant) => At(instant);

    /// <summary>Makes a text or code; an empty one stands for no value.</summary>
    public static AttributeValue Text(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(AttributeType.Text, value);
    }

    /// <summary>Makes a number.</summary>
    public static AttributeValue Number(decimal value) => new(AttributeType.Number, number: value);

    /// <summary>Makes true or false.</summary>
    public static AttributeValue Boolean(bool value) => new(AttributeType.Boolean, number: value ? 1 : 0);

    /// <summary>Makes a date of the ISO calendar.</summary>
    public static AttributeValue Date(LocalDate value) => new(AttributeType.Date, date: value.WithCalendar(CalendarSystem.Iso));

    /// <summary>Makes an instant. A fact floors it to microseconds.</summary>
    public static AttributeValue At(Instant value) => new(AttributeType.Instant, instant: value);

    /// <summary>Makes a set of texts or codes; empty elements are left out, and an empty set stands for no value.</summary>
    public static AttributeValue Texts(params IEnumerable<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        string[] taken = [.. values];
        return Array.TrueForAll(taken, each => each is not null)
            ? new(AttributeType.TextSet, taken.Where(each => each.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray())
            : throw new ArgumentException("A set of texts has no element that is null.", nameof(values));
    }

    /// <summary>Makes a set of numbers; an empty one stands for no value.</summary>
    public static AttributeValue Numbers(params IEnumerable<decimal> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(AttributeType.NumberSet, values.Distinct().Order().ToArray());
    }

    /// <summary>Says the same value of the same type.</summary>
    public bool Equals(AttributeValue other) => Type == other.Type && Type switch
    {
        AttributeType.Text => string.Equals(AsText, other.AsText, StringComparison.Ordinal),
        AttributeType.Number or AttributeType.Boolean => _number == other._number,
        AttributeType.Date => _date == other._date,
        AttributeType.Instant => _instant == other._instant,
        AttributeType.TextSet => AsTexts.AsSpan().SequenceEqual(other.AsTexts.AsSpan()),
        AttributeType.NumberSet => AsNumbers.AsSpan().SequenceEqual(other.AsNumbers.AsSpan()),
        _ => true,
    };

    /// <inheritdoc/>
    public override int GetHashCode() => Type switch
    {
        AttributeType.Text => StringComparer.Ordinal.GetHashCode(AsText),
        AttributeType.TextSet => HashCode.Combine(Type, AsTexts.Length),
        AttributeType.NumberSet => HashCode.Combine(Type, AsNumbers.Length),
        _ => HashCode.Combine(Type, _number, _date, _instant),
    };

    /// <summary>Returns the type, never the value: a host may have put something personal into it.</summary>
    public override string ToString() => Type.ToString();

    private AttributeValue Is(AttributeType type) =>
        Type == type ? this : throw new InvalidOperationException($"This value is {Type}, not {type}.");
}
