using System.Text.Json;

namespace CandidateCrm.Json;

/// <summary>
/// A document breaks a rule. The sentence is written here and quotes nothing of the document; what other readers say of it may
/// quote names and values, so it is replaced, never wrapped.
/// </summary>
internal sealed class DocumentFault(string sentence) : JsonException(sentence)
{
    /// <summary>Says whether an error means that the document is at fault and may say too much about it.</summary>
    internal static bool IsForeign(Exception error) => error
        is (JsonException and not DocumentFault and not DocumentTooNewException)
        or ArgumentException or InvalidOperationException or FormatException or OverflowException;

    /// <summary>A member that is not known must not be lost: what is written again would lack it.</summary>
    internal static DocumentFault UnknownMember(string where) => new($"There is a member in «{where}» that this version of the library does not know.");

    internal static DocumentFault Of(string what, Exception foreign) =>
        foreign is JsonException { LineNumber: { } line, BytePositionInLine: { } place }
            ? new DocumentFault($"The text is not a valid {what}; the fault was noticed in line {line + 1}, at byte {place + 1}.")
            : new DocumentFault($"The text is not a valid {what}.");
}
