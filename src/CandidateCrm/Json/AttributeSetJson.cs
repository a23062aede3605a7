using System.Text.Json;
using CandidateCrm.Timeline;

namespace CandidateCrm.Json;

/// <summary>A set of texts or of numbers, as an array.</summary>
internal static class AttributeSetJson
{
    internal static void Write(Utf8JsonWriter writer, AttributeValue set)
    {
        writer.WriteStartArray();
        if (set.Type == AttributeType.TextSet)
        {
            foreach (var text in set.AsTexts)
            {
                writer.WriteStringValue(text);
            }
        }
        else
        {
            foreach (var number in set.AsNumbers)
            {
                writer.WriteNumberValue(number);
            }
        }

        writer.WriteEndArray();
    }

    /// <summary>Reads a set of the type that is given; false where an element is of another.</summary>
    internal static bool TryRead(ref Utf8JsonReader reader, AttributeType type, out AttributeValue set)
    {
        var texts = new List<string>();
        var numbers = new List<decimal>();
        var isWhole = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (type == AttributeType.TextSet && reader.TokenType == JsonTokenType.String)
            {
                texts.Add(reader.GetString()!);
            }
            else if (type == AttributeType.NumberSet && reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var number))
            {
                numbers.Add(number);
            }
            else
            {
                isWhole = false;
                reader.Skip();
            }
        }

        set = type == AttributeType.TextSet ? AttributeValue.Texts(texts) : AttributeValue.Numbers(numbers);
        return isWhole;
    }
}
