using System.Buffers;
using System.Text;
using System.Text.Json;
using CandidateCrm.Json;
using NodaTime.Text;

namespace CandidateCrm.Timeline;

/// <summary>
/// The public JSON form of events, version 1: one object with the envelope, the wire name and version of the entry, and its data.
/// Entries of an unknown kind or version are kept byte for byte. Members that an envelope does not know are passed over.
/// </summary>
public static class TimelineJson
{
    /// <summary>The version of the envelope.</summary>
    public const int Schema = 1;

    /// <summary>Writes an event as one object.</summary>
    public static void Write(Utf8JsonWriter writer, TimelineEvent timelineEvent)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(timelineEvent);
        EnvelopeWriter.Write(writer, timelineEvent);
    }

    /// <summary>Writes an event as JSON text.</summary>
    public static string Write(TimelineEvent timelineEvent)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, timelineEvent);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads an event.</summary>
    /// <exception cref="JsonException">The text is not an event, or its envelope is of a newer version. The message quotes no data.</exception>
    public static TimelineEvent Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        try
        {
            return new EnvelopeReader().Read(ref reader);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or FormatException or UnparsableValueException)
        {
            throw new JsonException("The text is not a valid event.", error);
        }
    }

    /// <summary>Reads an event.</summary>
    /// <exception cref="JsonException">The text is not an event, or its envelope is of a newer version. The message quotes no data.</exception>
    public static TimelineEvent Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Read(Encoding.UTF8.GetBytes(json));
    }
}
