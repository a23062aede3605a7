using System.Text.Json;
using CandidateCrm.Timeline;

namespace CandidateCrm.Json;

/// <summary>What JSON itself has a form for, and so is spelt alike in every document: texts, numbers, truth values, and sets of the first two as arrays.</summary>
internal static class PlainValueJson
{
    internal static void Write(Utf8JsonWriter writer, AttributeValue value)
    {
        switch (value.Type)
        {
            case AttributeType.Text:
                writer.WriteStringValue(value.AsText);
                break;
            case AttributeType.Number:
                writer.WriteNumberValue(value.AsNumber);
                break;
            case AttributeType.Boolean:
                writer.WriteBooleanValue(value.AsBoolean);
                break;
            default:
                WriteSet(writer, value);
                break;
        }
    }

    private static void WriteSet(Utf8JsonWriter writer, AttributeValue set)
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
