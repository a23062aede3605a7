using System.Text.Json;
using System.Text.Json.Serialization;
using CandidateCrm.Timeline;

namespace CandidateCrm.Json;

/// <summary>Reads and writes who did something as <c>[kind]</c> or, for a named user, <c>[kind, person]</c>.</summary>
internal sealed class ActorConverter : JsonConverter<Actor>
{
    public override Actor Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var words = new EnumWordConverter<ActorKind>();
        if (reader.TokenType != JsonTokenType.StartArray || !reader.Read())
        {
            throw new DocumentFault("Who did something is an array of a kind and, for a named user, an id.");
        }

        var kind = words.Read(ref reader, typeof(ActorKind), options);
        PersonId person = default;
        reader.Read();
        if (reader.TokenType == JsonTokenType.String && !PersonId.TryFrom(reader.GetString(), out person))
        {
            throw new DocumentFault("The text is not a valid person id.");
        }

        if (person.IsAssigned)
        {
            reader.Read();
        }

        return reader.TokenType == JsonTokenType.EndArray ? ActorWords.Of(kind, person) : throw new DocumentFault("Who did something is a kind and, for a named user, an id; nothing else.");
    }

    public override void Write(Utf8JsonWriter writer, Actor value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(EnumWords<ActorKind>.Of(value.Kind));
        if (value.Person.IsAssigned)
        {
            writer.WriteStringValue(value.Person.Value);
        }

        writer.WriteEndArray();
    }
}
