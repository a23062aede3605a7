using System.Collections.Immutable;
using System.Text.Json;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>Writes members of documents; what was not given is left out. Nothing is allocated.</summary>
internal static class DocumentWriting
{
    internal static void Code<T>(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, T value)
        where T : struct, IHostText<T>
    {
        if (value.IsAssigned)
        {
            writer.WriteString(name, value.Value);
        }
    }

    internal static void Word<T>(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, T value)
        where T : struct, Enum => writer.WriteString(name, EnumWords<T>.Of(value));

    /// <summary>Writes a word that is not the first of its enumeration.</summary>
    internal static void Other<T>(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, T value)
        where T : struct, Enum
    {
        if (!EqualityComparer<T>.Default.Equals(value, default))
        {
            writer.Word(name, value);
        }
    }

    /// <summary>Writes a list of ids that is not empty.</summary>
    internal static void Codes<T>(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, ImmutableArray<T> values)
        where T : struct, IHostText<T>
    {
        if (values.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value.Value);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes the name of an effect: rule, subject, ordinal and part, each as a member of its own.</summary>
    internal static void KeyMembers(this Utf8JsonWriter writer, EffectKey key)
    {
        writer.WriteString("rule"u8, key.Rule);
        writer.WriteString("subject"u8, key.Subject);
        writer.WriteNumber("ordinal"u8, key.Ordinal);
        writer.WriteString("part"u8, key.Part);
    }

    /// <summary>Writes a number that is not 0.</summary>
    internal static void Count(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, long number)
    {
        if (number != 0)
        {
            writer.WriteNumber(name, number);
        }
    }

    internal static void Flag(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool flag)
    {
        if (flag)
        {
            writer.WriteBoolean(name, value: true);
        }
    }

    /// <summary>Writes an instant in whole microseconds, floored.</summary>
    internal static void Micros(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, Instant at) =>
        writer.WriteNumber(name, Microseconds.ToMicros(at));

    internal static void Micros(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, Instant? at)
    {
        if (at is { } instant)
        {
            writer.WriteNumber(name, Microseconds.ToMicros(instant));
        }
    }

    /// <summary>Writes a date as an ISO 8601 text.</summary>
    internal static void Date(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, LocalDate date)
    {
        Span<byte> text = stackalloc byte[11];
        text[0] = (byte)'-';
        Digits(text[1..5], Math.Abs(date.Year));
        text[5] = (byte)'-';
        Digits(text[6..8], date.Month);
        text[8] = (byte)'-';
        Digits(text[9..], date.Day);
        writer.WriteString(name, date.Year < 0 ? text : text[1..]);
    }

    private static void Digits(Span<byte> text, int number)
    {
        for (var i = text.Length - 1; i >= 0; i--, number /= 10)
        {
            text[i] = (byte)('0' + (number % 10));
        }
    }

    /// <summary>Writes a duration in whole nanoseconds, as a number of up to 128 bits.</summary>
    internal static void Nanos(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, Duration duration)
    {
        writer.WritePropertyName(name);
        writer.NanosValue(duration);
    }

    /// <summary>Writes a duration as <see cref="Nanos"/> does, as an element of an array.</summary>
    internal static void NanosValue(this Utf8JsonWriter writer, Duration duration)
    {
        var nanos = DurationNanos.Of(duration);
        if (nanos >= long.MinValue && nanos <= long.MaxValue)
        {
            writer.WriteNumberValue((long)nanos);
            return;
        }

        Span<byte> digits = stackalloc byte[40];
        nanos.TryFormat(digits, out var length, default, null);
        writer.WriteRawValue(digits[..length], skipInputValidation: true);
    }

    /// <summary>Writes who acted; the host without a named person is left out.</summary>
    internal static void By(this Utf8JsonWriter writer, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> person, Actor actor)
    {
        if (actor.Kind != ActorKind.Host)
        {
            writer.Word(kind, actor.Kind);
            writer.Code(person, actor.Person);
        }
    }
}
