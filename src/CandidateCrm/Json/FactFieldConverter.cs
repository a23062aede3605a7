using System.Text.Json;
using System.Text.Json.Serialization;
using CandidateCrm.Timeline;

namespace CandidateCrm.Json;

/// <summary>Reads and writes attributes of custom facts as <c>{ "name": …, "value": … }</c>.</summary>
internal sealed class FactFieldConverter : JsonConverter<FactField>
{
    private static readonly AttributeValueConverter Values = new();

    public override FactField Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        FactCode name = default;
        AttributeValue? value = null;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new DocumentFault("An attribute is an object.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!name.IsAssigned && reader.ValueTextEquals("name"u8))
            {
                reader.Read();
                name = reader.TokenType == JsonTokenType.String && FactCode.TryFrom(reader.GetString(), out var code)
                    ? code
                    : throw new DocumentFault("The name of an attribute is a fact code.");
            }
            else if (value is null && reader.ValueTextEquals("value"u8))
            {
                reader.Read();
                value = Values.Read(ref reader, typeof(AttributeValue), options);
            }
            else
            {
                throw new DocumentFault("An attribute has a name and a value, once each.");
            }
        }

        return name.IsAssigned && value is { } given ? new FactField(name, given) : throw new DocumentFault("An attribute has a name and a value.");
    }

    public override void Write(Utf8JsonWriter writer, FactField value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, value.Name.Value);
        writer.WritePropertyName("value"u8);
        Values.Write(writer, value.Value, options);
        writer.WriteEndObject();
    }
}
