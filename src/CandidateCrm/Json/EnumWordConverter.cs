using System.Text.Json;
using System.Text.Json.Serialization;

namespace CandidateCrm.Json;

/// <summary>Reads and writes the members of an enumeration as their words; numbers and other spellings are refused.</summary>
internal sealed class EnumWordConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        for (var place = 0; reader.TokenType == JsonTokenType.String && place < EnumWords<T>.Words.Length; place++)
        {
            if (reader.ValueTextEquals(EnumWords<T>.Words[place].EncodedUtf8Bytes))
            {
                return EnumWords<T>.Values[place];
            }
        }

        throw new DocumentFault($"A text is not one of the words for {typeof(T).Name}.");
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(EnumWords<T>.Of(value));
}
