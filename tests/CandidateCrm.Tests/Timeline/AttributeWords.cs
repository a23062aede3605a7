using System.Globalization;
using CandidateCrm.Timeline;
using NodaTime.Text;

namespace CandidateCrm.Tests.Timeline;

/// <summary>Says the value of an attribute, which its own text never does.</summary>
internal static class AttributeWords
{
    internal static string Of(AttributeValue value) => value.Type switch
    {
        AttributeType.Text => $"\"{value.AsText}\"",
        AttributeType.Number => value.AsNumber.ToString(CultureInfo.InvariantCulture),
        AttributeType.Boolean => value.AsBoolean.ToString(),
        AttributeType.Date => value.AsDate.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
        AttributeType.Instant => InstantPattern.ExtendedIso.Format(value.AsInstant),
        AttributeType.TextSet => $"{{{string.Join(", ", value.AsTexts)}}}",
        AttributeType.NumberSet => $"{{{string.Join(", ", value.AsNumbers.Select(number => number.ToString(CultureInfo.InvariantCulture)))}}}",
        _ => "none",
    };
}
