using System.Text.Json;
using System.Text.Json.Serialization;
using CandidateCrm.Candidates;
using CandidateCrm.Timeline;
using NodaTime.Text;

namespace CandidateCrm.Json;

/// <summary>Reads and writes attribute values as an object whose one member is named after the type; no value is <c>{}</c>.</summary>
internal sealed class AttributeValueConverter : JsonConverter<AttributeValue>
{
    public override AttributeValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject || !reader.Read())
        {
            throw new DocumentFault("An attribute value is an object.");
        }

        if (reader.TokenType == JsonTokenType.EndObject)
        {
            return default;
        }

        var type = TypeOf(ref reader);
        reader.Read();
        var value = ValueOf(ref reader, type);
        return reader.Read() && reader.TokenType == JsonTokenType.EndObject
            ? value
            : throw new DocumentFault("An attribute value has one member.");
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

    private static AttributeType TypeOf(ref Utf8JsonReader reader)
    {
        for (var place = 1; place < EnumWords<AttributeType>.Words.Length; place++)
        {
            if (reader.ValueTextEquals(EnumWords<AttributeType>.Words[place].EncodedUtf8Bytes))
            {
                return EnumWords<AttributeType>.Values[place];
            }
        }

        throw new DocumentFault("An attribute value is a code, number, boolean, date or instant.");
    }

    private static AttributeValue ValueOf(ref Utf8JsonReader reader, AttributeType type)
    {
        switch (type, reader.TokenType)
        {
            case (AttributeType.Number, JsonTokenType.Number) when reader.TryGetDecimal(out var number):
                return AttributeValue.Number(number);
            case (AttributeType.Boolean, JsonTokenType.True or JsonTokenType.False):
                return AttributeValue.Boolean(reader.GetBoolean());
            case (AttributeType.Code, JsonTokenType.String) when reader.GetString() is var code && HostText.IsId(code):
                return AttributeValue.Code(code);
            case (AttributeType.Date, JsonTokenType.String) when LocalDatePattern.Iso.Parse(reader.GetString()!) is { Success: true } date:
                return AttributeValue.Date(date.Value);
            case (AttributeType.Instant, JsonTokenType.String) when InstantText.TryRead(reader.GetString(), out var instant):
                return AttributeValue.At(instant);
            default:
                throw new DocumentFault("An attribute value does not fit its type.");
        }
    }
}
