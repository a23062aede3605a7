using System.Text.Json;
using CandidateCrm.Json;

namespace CandidateCrm.Relationships;

/// <summary>
/// The JSON form of effects for stores, version 1: key, instant and, under the kind <c>openTask</c>, <c>closeTask</c> or <c>announce</c>, what is wanted.
/// An announcement holds its derived event as wire name, version and data.
/// </summary>
public static class EffectJson
{
    /// <summary>The version of the document.</summary>
    public const int Schema = 1;

    internal static DocumentForm Form { get; } = new("effect", Schema);

    /// <summary>Writes an effect as one object.</summary>
    /// <exception cref="ArgumentException">The intent is none of the library's.</exception>
    public static void Write(Utf8JsonWriter writer, Effect effect)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(effect);
        writer.WriteStartObject();
        Form.Write(writer);
        writer.KeyMembers(effect.Key);
        EnvelopeWriter.At(writer, "intendedAt"u8, effect.IntendedAt);
        if (effect.Withheld is { } reason)
        {
            writer.WriteString("withheld"u8, reason);
        }

        WriteIntent(writer, effect);
        writer.WriteEndObject();
    }

    /// <summary>Writes an effect as JSON text.</summary>
    /// <exception cref="ArgumentException">The intent is none of the library's.</exception>
    public static string Write(Effect effect) => DocumentText.Of(effect, room: 512, Write);

    /// <summary>Reads an effect.</summary>
    /// <exception cref="DocumentTooNewException">The document is of a newer version, or holds a kind of intent or of event that this version does not know.</exception>
    /// <exception cref="JsonException">The text is not an effect. The message quotes no data.</exception>
    public static Effect Read(ReadOnlySpan<byte> utf8) => Form.Read(utf8, EffectReader.Read);

    /// <summary>Reads an effect.</summary>
    /// <exception cref="DocumentTooNewException">As for the other method.</exception>
    /// <exception cref="JsonException">As for the other method.</exception>
    public static Effect Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Read(DocumentText.ToUtf8(json));
    }

    private static void WriteIntent(Utf8JsonWriter writer, Effect effect)
    {
        switch (effect.Intent)
        {
            case OpenTask task:
                writer.Word("kind"u8, IntentKind.OpenTask);
                OpenTaskJson.Write(writer, task);
                break;
            case CloseTask close:
                writer.Word("kind"u8, IntentKind.CloseTask);
                CloseTaskJson.Write(writer, close);
                break;
            case Announce announce:
                writer.Word("kind"u8, IntentKind.Announce);
                EntryJson.Write(writer, announce.Event, rawData: null);
                break;
            default:
                throw new ArgumentException("An intent opens a task, closes one or announces an event.", nameof(effect));
        }
    }
}
