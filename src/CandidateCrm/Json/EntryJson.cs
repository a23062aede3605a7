using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CandidateCrm.Timeline;

namespace CandidateCrm.Json;

/// <summary>What an event says: wire name, version and data. Kinds and versions that are not known are kept byte for byte.</summary>
internal static class EntryJson
{
    private static readonly FrozenDictionary<Type, Shape> Shapes = EntryTypes.All.ToFrozenDictionary(
        type => type.Type,
        type => new Shape(EntryJsonContext.Default.GetTypeInfo(type.Type)!));

    internal static void Write(Utf8JsonWriter writer, ITimelineEntry entry, string? rawData)
    {
        if (entry is UnknownEntry unknown)
        {
            writer.WriteString("type"u8, unknown.Name);
            writer.WriteNumber("version"u8, unknown.Version);
            writer.WritePropertyName("data"u8);
            writer.WriteRawValue(unknown.Data);
            return;
        }

        var type = EntryTypes.Of(entry.GetType());
        writer.WriteString("type"u8, type.Name);
        writer.WriteNumber("version"u8, type.Version);
        writer.WritePropertyName("data"u8);
        if (rawData is not null)
        {
            writer.WriteRawValue(rawData);
            return;
        }

        JsonSerializer.Serialize(writer, entry, Shapes[type.Type].Info);
    }

    /// <summary>Returns wire name, version and data as one text: what an event says, apart from its envelope.</summary>
    internal static string Text(ITimelineEntry entry) => DocumentText.Of(entry, room: 512, static (writer, entry) =>
    {
        writer.WriteStartObject();
        Write(writer, entry, rawData: null);
        writer.WriteEndObject();
    });

    internal static ITimelineEntry Read(string name, int version, ReadOnlySpan<byte> data, out bool hasUnknown)
    {
        hasUnknown = false;
        if (name.Length == 0 || version < 1)
        {
            throw new DocumentFault("An entry has a name, and a version of 1 or more.");
        }

        if (EntryTypes.Find(name, version) is not { } known)
        {
            return new UnknownEntry { Name = name, Version = version, Data = Encoding.UTF8.GetString(data) };
        }

        try
        {
            if (known.Type == typeof(TouchpointRecorded))
            {
                return TouchpointReader.Read(data, out hasUnknown);
            }

            var shape = Shapes[known.Type];
            hasUnknown = shape.LacksMemberOf(data);
            return (ITimelineEntry?)JsonSerializer.Deserialize(data, shape.Info) ?? throw new DocumentFault($"The data of {known.Name} are null.");
        }
        catch (Exception error) when (DocumentFault.IsForeign(error))
        {
            throw new DocumentFault($"The data of {known.Name} lack a member, or hold one of another type or beyond its bounds.");
        }
    }

    /// <summary>How the data of one entry look.</summary>
    private sealed class Shape(JsonTypeInfo info)
    {
        private readonly MemberNames _names = MemberNames.Of(info.Properties.Select(property => property.Name));

        internal JsonTypeInfo Info { get; } = info;

        internal bool LacksMemberOf(ReadOnlySpan<byte> data)
        {
            var reader = new Utf8JsonReader(data);
            var expected = 0;
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var member = _names.Find(ref reader, expected);
                if (member < 0)
                {
                    return true;
                }

                expected = member + 1;
                reader.Skip();
            }

            return false;
        }
    }
}
