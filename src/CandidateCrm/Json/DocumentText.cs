using System.Text;

namespace CandidateCrm.Json;

/// <summary>Texts of documents on their way to bytes. Half a surrogate pair is refused, not replaced.</summary>
internal static class DocumentText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

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
