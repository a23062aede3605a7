using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>What a field is compared with: a <see cref="LiteralOperand"/>, a <see cref="FieldOperand"/> or a <see cref="RelativeOperand"/>.</summary>
public abstract record SegmentOperand
{
    private protected SegmentOperand()
    {
    }

    /// <summary>Takes a literal.</summary>
    public static implicit operator SegmentOperand(AttributeValue value) => new LiteralOperand(value);

    /// <summary>Takes a text or code.</summary>
    public static implicit operator SegmentOperand(string text) => new LiteralOperand(text);

    /// <summary>Takes a number.</summary>
    public static implicit operator SegmentOperand(decimal number) => new LiteralOperand(number);

    /// <summary>Takes a number.</summary>
    public static implicit operator SegmentOperand(int number) => new LiteralOperand(number);

    /// <summary>Takes true or false.</summary>
    public static implicit operator SegmentOperand(bool flag) => new LiteralOperand(flag);

    /// <summary>Takes a date.</summary>
    public static implicit operator SegmentOperand(LocalDate date) => new LiteralOperand(date);

    /// <summary>Takes an instant.</summary>
    public static implicit operator SegmentOperand(Instant instant) => new LiteralOperand(instant);

    /// <summary>Returns the name of the type, never a value.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Closes the type: nothing outside can be an operand.</summary>
    internal abstract bool IsKnown();
}
