using System.Globalization;
using CandidateCrm.Timeline;
using NodaTime;
using NodaTime.Text;

namespace CandidateCrm.Segments.Reading;

/// <summary>Values as a field reads them: the type of the field decides, and nothing is coerced that was not written for it.</summary>
internal static class LiteralReading
{
    private const NumberStyles Numbers = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    internal static FieldType ElementOf(FieldType type) => type switch
    {
        FieldType.TextSet => FieldType.Text,
        FieldType.CodeSet => FieldType.Code,
        FieldType.NumberSet => FieldType.Number,
        _ => type,
    };

    /// <summary>Says what a field of the type reads.</summary>
    internal static string Wanted(FieldType type) => type switch
    {
        FieldType.Number => "A number such as 15 or 2.5",
        FieldType.Boolean => "true or false",
        FieldType.Date => "A date such as 2026-03-09",
        FieldType.Instant => "An instant such as 2026-03-09T17:00:00Z, or a date",
        _ => "A well-formed text",
    };

    internal static bool TryRead(AttributeValue value, FieldType type, out AttributeValue read)
    {
        read = value;
        return (type, value.Type) switch
        {
            (FieldType.Text or FieldType.Code, AttributeType.Text) => IsWellFormed(value.AsText),
            (FieldType.Number, AttributeType.Number) => true,
            (FieldType.Number, AttributeType.Text) => TryNumber(value.AsText, out read),
            (FieldType.Boolean, AttributeType.Boolean) => true,
            (FieldType.Boolean, AttributeType.Text) => TryFlag(value.AsText, out read),
            (FieldType.Date, AttributeType.Date) => true,
            (FieldType.Date, AttributeType.Text) => TryDate(value.AsText, out read),
            (FieldType.Instant, AttributeType.Instant or AttributeType.Date) => true,
            (FieldType.Instant, AttributeType.Text) => TryInstant(value.AsText, out read) || TryDate(value.AsText, out read),
            _ => false,
        };
    }

    internal static bool TryDate(string text, out AttributeValue value)
    {
        var parsed = LocalDatePattern.Iso.Parse(text);
        value = parsed.Success ? parsed.Value : default(AttributeValue);
        return parsed.Success;
    }

    internal static bool TryInstant(string text, out AttributeValue value)
    {
        if (InstantPattern.ExtendedIso.Parse(text) is { Success: true } utc)
        {
            value = utc.Value;
            return true;
        }

        var parsed = OffsetDateTimePattern.ExtendedIso.Parse(text);
        value = parsed.Success && IsInRange(parsed.Value, out var instant) ? instant : default(AttributeValue);
        return value.Type == AttributeType.Instant;
    }

    internal static bool TryNumber(string text, out AttributeValue value)
    {
        var isNumber = decimal.TryParse(text, Numbers, CultureInfo.InvariantCulture, out var number);
        value = isNumber ? number : default(AttributeValue);
        return isNumber;
    }

    internal static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryFlag(string text, out AttributeValue value)
    {
        value = text switch { "true" => true, "false" => false, _ => default(AttributeValue) };
        return value.Type == AttributeType.Boolean;
    }

    /// <summary>An offset can carry a time of the first or last day of the calendar out of it.</summary>
    private static bool IsInRange(OffsetDateTime time, out Instant instant)
    {
        var isInside = time.Year is > -9998 and < 9999;
        instant = isInside ? time.ToInstant() : default;
        return isInside;
    }
}
