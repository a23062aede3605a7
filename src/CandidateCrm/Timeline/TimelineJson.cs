using System.Text.Json;
using CandidateCrm.Json;

namespace CandidateCrm.Timeline;

/// <summary>
/// The public JSON form of events, version 1: one object with the envelope, the wire name and version of the entry, and its data.
/// Entries of an unknown kind or version are kept byte for byte, and so are the data of a known entry with members that are not known.
/// Members that an envelope does not know are passed over.
/// </summary>
public static class TimelineJson
{
    /// <summary>The version of the envelope.</summary>
    public const int Schema = 1;

    internal static DocumentForm Form { get; } = new("event", Schema);

    /// <summary>Writes an event as one object.</summary>
    public static void Write(Utf8JsonWriter writer, TimelineEvent timelineEvent)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(timelineEvent);
        EnvelopeWriter.Write(writer, timelineEvent);
    }

    /// <summary>Writes an event as JSON text.</summary>
    public static string Write(TimelineEvent timelineEvent) => DocumentText.Of(timelineEvent, room: 512, Write);

    /// <summary>Reads an event.</summary>
    /// <exception cref="DocumentTooNewException">The envelope is of a newer version.</exception>
    /// <exception cref="JsonException">The text is not an event. The message quotes no data.</exception>
    public static TimelineEvent Read(ReadOnlySpan<byte> utf8) => Form.Read(utf8, EnvelopeReader.Read);

    /// <summary>Reads an event.</summary>
    /// <exception cref="DocumentTooNewException">The envelope is of a newer version.</exception>
    /// <exception cref="JsonException">The text is not an event. The message quotes no data.</exception>
    public static TimelineEvent Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Read(DocumentText.ToUtf8(json));
    }
}
