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
        AttributeValue value = default;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var isName = reader.ValueTextEquals("name"u8);
            reader.Read();
            if (isName)
            {
                name = FactCode.TryFrom(reader.GetString(), out var code) ? code : throw new JsonException("The name of an attribute is a fact code.");
            }
            else
            {
                value = Values.Read(ref reader, typeof(AttributeValue), options);
            }
        }

        return name.IsAssigned ? new FactField(name, value) : throw new JsonException("An attribute has a name.");
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
