using System.Buffers;
using System.Text;
using System.Text.Json;

namespace CandidateCrm.Json;

/// <summary>Texts of documents, from bytes and to bytes.</summary>
internal static class DocumentText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Returns what is written, as text; the room is grown where it is too small.</summary>
    internal static string Of<T>(T value, int room, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>(room);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer, value);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Returns the bytes of a text. Half a surrogate pair is refused, not replaced.</summary>
    internal static byte[] ToUtf8(string json)
    {
        try
        {
            return Strict.GetBytes(json);
        }
        catch (EncoderFallbackException)
        {
            throw new DocumentFault("The text is not well-formed UTF-16.");
        }
    }
}
