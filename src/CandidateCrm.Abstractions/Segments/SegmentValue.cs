using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>A value that stands in a rule. The field it is compared with says how it is read; the default is no value and stands in no rule.</summary>
public readonly record struct SegmentValue
{
    private readonly string? _text;
    private readonly decimal _number;
    private readonly LocalDate _date;
    private readonly Instant _instant;

    private SegmentValue(SegmentValueKind kind, string? text = null, decimal number = 0, LocalDate date = default, Instant instant = default)
    {
        Kind = kind;
        _text = text;
        _number = number;
        _date = date;
        _instant = instant;
    }

    /// <summary>Gets the kind.</summary>
    public SegmentValueKind Kind { get; }

    /// <summary>Gets the text or code.</summary>
    public string AsText => Is(SegmentValueKind.Text)._text!;

    /// <summary>Gets the number.</summary>
    public decimal AsNumber => Is(SegmentValueKind.Number)._number;

    /// <summary>Gets a value indicating whether it is true.</summary>
    public bool AsBoolean => Is(SegmentValueKind.Boolean)._number != 0;

    /// <summary>Gets the date, in the ISO calendar.</summary>
    public LocalDate AsDate => Is(SegmentValueKind.Date)._date;

    /// <summary>Gets the instant.</summary>
    public Instant AsInstant => Is(SegmentValueKind.Instant)._instant;

    /// <summary>Takes a text or code.</summary>
    public static implicit operator SegmentValue(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new SegmentValue(SegmentValueKind.Text, text);
    }

    /// <summary>Takes a number.</summary>
    public static implicit operator SegmentValue(decimal number) => new(SegmentValueKind.Number, number: Known.Number(number));

    /// <summary>Takes a number.</summary>
    public static implicit operator SegmentValue(int number) => new(SegmentValueKind.Number, number: number);

    /// <summary>Takes true or false.</summary>
    public static implicit operator SegmentValue(bool flag) => new(SegmentValueKind.Boolean, number: flag ? 1 : 0);

    /// <summary>Takes a date. Compared with an instant it is the start of that day in the zone.</summary>
    public static implicit operator SegmentValue(LocalDate date) => new(SegmentValueKind.Date, date: date.WithCalendar(CalendarSystem.Iso));

    /// <summary>Takes an instant.</summary>
    public static implicit operator SegmentValue(Instant instant) => new(SegmentValueKind.Instant, instant: instant);

    /// <summary>Returns the kind, never the value: a host may have put something personal into it.</summary>
    public override string ToString() => Kind.ToString();

    private SegmentValue Is(SegmentValueKind kind) =>
        Kind == kind ? this : throw new InvalidOperationException($"This value is {Kind}, not {kind}.");
}
