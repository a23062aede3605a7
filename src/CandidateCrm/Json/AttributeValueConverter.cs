using System.Text.Json;
using System.Text.Json.Serialization;
using CandidateCrm.Timeline;
using NodaTime.Text;

namespace CandidateCrm.Json;

/// <summary>Reads and writes attribute values as an object whose one member is named after the type; no value is <c>{}</c>. A text is a <c>code</c>, as it always was.</summary>
internal sealed class AttributeValueConverter : JsonConverter<AttributeValue>
{
    private static readonly (JsonEncodedText Word, AttributeType Type)[] Words =
    [
        (JsonEncodedText.Encode("code"), AttributeType.Text), (JsonEncodedText.Encode("number"), AttributeType.Number), (JsonEncodedText.Encode("boolean"), AttributeType.Boolean),
        (JsonEncodedText.Encode("date"), AttributeType.Date), (JsonEncodedText.Encode("instant"), AttributeType.Instant),
        (JsonEncodedText.Encode("codes"), AttributeType.TextSet), (JsonEncodedText.Encode("numbers"), AttributeType.NumberSet),
    ];

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
            ? FactField.Fits(value) ? value : throw Misfit()
            : throw new DocumentFault("An attribute value has one member.");
    }

    public override void Write(Utf8JsonWriter writer, AttributeValue value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (value.Type != AttributeType.None)
        {
            writer.WritePropertyName(Array.Find(Words, each => each.Type == value.Type).Word);
            WriteValue(writer, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, AttributeValue value)
    {
        switch (value.Type)
        {
            case AttributeType.Date:
                writer.WriteStringValue(LocalDatePattern.Iso.Format(value.AsDate));
                break;
            case AttributeType.Instant:
                Span<byte> text = stackalloc byte[InstantText.Length];
                writer.WriteStringValue(text[..InstantText.Write(value.AsInstant, text)]);
                break;
            default:
                PlainValueJson.Write(writer, value);
                break;
        }
    }

    private static AttributeType TypeOf(ref Utf8JsonReader reader)
    {
        foreach (var (word, type) in Words)
        {
            if (reader.ValueTextEquals(word.EncodedUtf8Bytes))
            {
                return type;
            }
        }

        throw new DocumentFault("An attribute value is a code, number, boolean, date or instant, or a set: codes or numbers.");
    }

    private static AttributeValue ValueOf(ref Utf8JsonReader reader, AttributeType type)
    {
        switch (type, reader.TokenType)
        {
            case (AttributeType.Number, JsonTokenType.Number) when reader.TryGetDecimal(out var number):
                return number;
            case (AttributeType.Boolean, JsonTokenType.True or JsonTokenType.False):
                return reader.GetBoolean();
            case (AttributeType.Text, JsonTokenType.String):
                return reader.GetString()!;
            case (AttributeType.Date, JsonTokenType.String) when LocalDatePattern.Iso.Parse(reader.GetString()!) is { Success: true } date:
                return date.Value;
            case (AttributeType.Instant, JsonTokenType.String) when InstantText.TryRead(reader.GetString(), out var instant):
                return instant;
            case (AttributeType.TextSet or AttributeType.NumberSet, JsonTokenType.StartArray) when PlainValueJson.TryRead(ref reader, type, out var set):
                return set;
            default:
                throw Misfit();
        }
    }

    private static DocumentFault Misfit() => new("An attribute value does not fit its type.");
}
