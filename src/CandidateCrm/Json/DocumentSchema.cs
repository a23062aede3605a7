using System.Text.Json;

namespace CandidateCrm.Json;

/// <summary>The version of a document, wherever in it that stands.</summary>
internal static class DocumentSchema
{
    internal static void Check(long schema, int known, string what)
    {
        if (schema != known)
        {
            throw schema > known ? DocumentTooNewException.Of(what, known) : new DocumentFault("There is no such version of the document.");
        }
    }

    internal static bool IsAbove(int known, ReadOnlySpan<byte> utf8)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8);
            while (reader.Read())
            {
                if (reader is { CurrentDepth: 1, TokenType: JsonTokenType.PropertyName } && reader.ValueTextEquals("schema"u8))
                {
                    return reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var schema) && schema > known;
                }
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return false;
    }
}
