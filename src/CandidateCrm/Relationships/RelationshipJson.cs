using System.Text.Json;
using CandidateCrm.Json;
using CandidateCrm.Timeline;

namespace CandidateCrm.Relationships;

/// <summary>
/// The JSON form of a relationship for stores, version 1: compact, with instants as whole microseconds since 1970-01-01T00:00Z. It is
/// a cache of the timeline, not an interchange format; <see cref="TimelineJson"/> is one. The revision is the store's and not part of it.
/// </summary>
public static class RelationshipJson
{
    /// <summary>The version of the document.</summary>
    public const int Schema = 1;

    internal static DocumentForm Form { get; } = new("relationship", Schema);

    /// <summary>Writes a relationship as one object. A writer that is used again and has room allocates nothing.</summary>
    /// <exception cref="ArgumentException">The relationship bears a slice of unknown name that this version knows, or a state that no engine makes.</exception>
    public static void Write(Utf8JsonWriter writer, Relationship relationship)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(relationship);
        writer.WriteStartObject();
        DocumentHead.Write(writer, Form, relationship.Key);
        CursorJson.Write(writer, relationship.Cursor);
        writer.Count("told"u8, relationship.Told);
        writer.Count("toldAtCheckpoint"u8, relationship.ToldAtCheckpoint);
        writer.Count("rulesPosition"u8, relationship.RulesPosition);
        writer.Micros("nextChangeAt"u8, relationship.NextChangeAt);
        writer.Micros("wakeAt"u8, relationship.WakeAt);
        WriteSlices(writer, relationship);
        FaultsJson.Write(writer, relationship.Faults);
        if (relationship.Redrive is { } redrive)
        {
            RedriveJson.Write(writer, redrive);
        }

        WriteUnknown(writer, relationship);
        writer.WriteEndObject();
    }

    /// <summary>Writes a relationship as JSON text.</summary>
    /// <exception cref="ArgumentException">As for the other method.</exception>
    public static string Write(Relationship relationship) => DocumentText.Of(relationship, room: 4_096, Write);

    /// <summary>Reads a relationship. Top-level members that this version does not know are kept byte for byte and written again.</summary>
    /// <param name="utf8">The document as UTF-8.</param>
    /// <param name="revision">The store's revision, 0 or more.</param>
    /// <exception cref="DocumentTooNewException">The document is of a newer version.</exception>
    /// <exception cref="JsonException">The text is not a relationship, or a known slice has a member that this version does not know. The message quotes no data.</exception>
    public static Relationship Read(ReadOnlySpan<byte> utf8, long revision = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(revision);
        return Form.Read(utf8, revision, RelationshipReader.Read);
    }

    private static void WriteSlices(Utf8JsonWriter writer, Relationship relationship)
    {
        if (relationship.Retractions is { } retractions)
        {
            RetractionsJson.Write(writer, retractions);
        }

        if (relationship.Contact is { } contact)
        {
            ContactJson.Write(writer, contact);
        }

        if (relationship.Applications is { } applications)
        {
            ApplicationsJson.Write(writer, applications);
        }

        if (relationship.Candidate is { } candidate)
        {
            PersonJson.Write(writer, candidate);
        }

        if (relationship.Lifecycle is { } lifecycle)
        {
            LifecycleJson.Write(writer, lifecycle);
        }

        if (relationship.Engagement is { } engagement)
        {
            EngagementJson.Write(writer, engagement);
        }

        if (relationship.Charter is { } charter)
        {
            CharterJson.Write(writer, charter);
        }

        WriteMoreSlices(writer, relationship);
    }

    private static void WriteMoreSlices(Utf8JsonWriter writer, Relationship relationship)
    {
        if (relationship.Tasks is { } tasks)
        {
            TasksJson.Write(writer, tasks);
        }

        if (relationship.Segments is { } segments)
        {
            SegmentsJson.Write(writer, segments);
        }
    }

    private static void WriteUnknown(Utf8JsonWriter writer, Relationship relationship)
    {
        if (relationship.Unknown.IsDefaultOrEmpty)
        {
            return;
        }

        foreach (var slice in relationship.Unknown)
        {
            if (RelationshipReader.Names.Contains(slice.Name))
            {
                throw new ArgumentException("An unknown slice bears the name of a known one.", nameof(relationship));
            }

            writer.WritePropertyName(slice.Name);
            writer.WriteRawValue(slice.Json);
        }
    }
}
