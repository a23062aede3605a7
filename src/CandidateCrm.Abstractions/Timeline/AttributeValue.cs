using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Timeline;

/// <summary>A value of exactly one type; the default is no value. A value is read by the accessor of its own type only.</summary>
public readonly record struct AttributeValue
{
    private readonly string? _code;
    private readonly decimal _number;
    private readonly Instant _instant;
    private readonly LocalDate _date;

    private AttributeValue(AttributeType type, string? code = null, decimal number = 0, Instant instant = default, LocalDate date = default)
    {
        Type = type;
        _code = code;
        _number = number;
        _instant = instant;
        _date = date;
    }

    /// <summary>Gets the type.</summary>
    public AttributeType Type { get; }

    /// <summary>Gets the code: 1 to 200 characters, without control characters.</summary>
    public string AsCode => Is(AttributeType.Code)._code!;

    /// <summary>Gets the number.</summary>
    public decimal AsNumber => Is(AttributeType.Number)._number;

    /// <summary>Gets a value indicating whether it is true.</summary>
    public bool AsBoolean => Is(AttributeType.Boolean)._number != 0;

    /// <summary>Gets the date.</summary>
    public LocalDate AsDate => Is(AttributeType.Date)._date;

    /// <summary>Gets the instant, floored to microseconds.</summary>
    public Instant AsInstant => Is(AttributeType.Instant)._instant;

    /// <summary>Makes a code.</summary>
    public static AttributeValue Code(string value) => new(AttributeType.Code, HostText.Id(value, "An attribute code"));

    /// <summary>Makes a number.</summary>
    public static AttributeValue Number(decimal value) => new(AttributeType.Number, number: value);

    /// <summary>Makes true or false.</summary>
    public static AttributeValue Boolean(bool value) => new(AttributeType.Boolean, number: value ? 1 : 0);

    /// <summary>Makes a date of the ISO calendar.</summary>
    public static AttributeValue Date(LocalDate value) => new(AttributeType.Date, date: value.WithCalendar(CalendarSystem.Iso));

    /// <summary>Makes an instant, floored to microseconds.</summary>
    public static AttributeValue At(Instant value) => new(AttributeType.Instant, instant: Microseconds.Floor(value));

    /// <summary>Returns the type, never the value: a host may have put something personal into it.</summary>
    public override string ToString() => Type.ToString();

    private AttributeValue Is(AttributeType type) =>
        Type == type ? this : throw new InvalidOperationException($"This attribute value is {Type}, not {type}.");
}
