using System.Text.Json;
using System.Text.Json.Serialization;
using CandidateCrm.Timeline;
using NodaTime.Text;

namespace CandidateCrm.Json;

/// <summary>Reads and writes attribute values as an object whose one member is named after the type.</summary>
internal sealed class AttributeValueConverter : JsonConverter<AttributeValue>
{
    public override AttributeValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        foreach (var member in document.RootElement.EnumerateObject())
        {
            return member.Name switch
            {
                "code" => AttributeValue.Code(member.Value.GetString() ?? throw new JsonException("A code is a text.")),
                "number" => AttributeValue.Number(member.Value.GetDecimal()),
                "boolean" => AttributeValue.Boolean(member.Value.GetBoolean()),
                "date" => AttributeValue.Date(LocalDatePattern.Iso.Parse(member.Value.GetString() ?? string.Empty).GetValueOrThrow()),
                "instant" when InstantText.TryRead(member.Value.GetString(), out var instant) => AttributeValue.At(instant),
                _ => throw new JsonException("An attribute value is a code, number, boolean, date or instant."),
            };
        }

        return default;
    }

    public override void Write(Utf8JsonWriter writer, AttributeValue value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        switch (value.Type)
        {
            case AttributeType.Code:
                writer.WriteString("code"u8, value.AsCode);
                break;
            case AttributeType.Number:
                writer.WriteNumber("number"u8, value.AsNumber);
                break;
            case AttributeType.Boolean:
                writer.WriteBoolean("boolean"u8, value.AsBoolean);
                break;
            case AttributeType.Date:
                writer.WriteString("date"u8, LocalDatePattern.Iso.Format(value.AsDate));
                break;
            case AttributeType.Instant:
                writer.WritePropertyName("instant"u8);
                Span<byte> text = stackalloc byte[InstantText.Length];
                writer.WriteStringValue(text[..InstantText.Write(value.AsInstant, text)]);
                break;
            default:
                break;
        }

        writer.WriteEndObject();
    }
}
