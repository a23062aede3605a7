using System.Text.Json;
using System.Text.Json.Serialization;
using CandidateCrm.Candidates;

namespace CandidateCrm.Json;

/// <summary>Reads and writes ids and codes as JSON texts. A text that breaks their rule is a fault of the document.</summary>
internal sealed class HostTextConverter<T> : JsonConverter<T>
    where T : struct, IHostText<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.TryFrom(reader.GetString(), out var value)
            ? value
            : throw new DocumentFault($"The text is not a valid {typeof(T).Name}.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
