using System.Collections.Immutable;
using System.Text.Json;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;
using NodaTime;
using NodaTime.Text;

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

    internal static void Date(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, LocalDate date) =>
        writer.WriteString(name, LocalDatePattern.Iso.Format(date));

    /// <summary>Writes a duration in whole nanoseconds, as a number of up to 128 bits.</summary>
    internal static void Nanos(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, Duration duration)
    {
        var nanos = DurationNanos.Of(duration);
        if (nanos >= long.MinValue && nanos <= long.MaxValue)
        {
            writer.WriteNumber(name, (long)nanos);
            return;
        }

        Span<byte> digits = stackalloc byte[40];
        nanos.TryFormat(digits, out var length, default, null);
        writer.WritePropertyName(name);
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
