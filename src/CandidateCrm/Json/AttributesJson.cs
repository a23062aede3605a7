using System.Collections.Immutable;
using System.Text.Json;
using CandidateCrm.Candidates;
using CandidateCrm.Timeline;

namespace CandidateCrm.Json;

/// <summary>
/// Recorded attributes in the document of a relationship: an object of names and values, each in the shortest JSON that says its type, and a list of row versions, each with the names that were told with it.
/// </summary>
internal static class AttributesJson
{
    private static readonly MemberNames None = MemberNames.Of([]);
    private static readonly MemberNames Times = MemberNames.Of<Time>();

    private enum Time
    {
        Date,
        Instant,
    }

    internal static void Write(Utf8JsonWriter writer, ImmutableArray<RecordedAttribute> attributes)
    {
        if (attributes.IsEmpty)
        {
            return;
        }

        writer.WriteStartObject("attributes"u8);
        foreach (var attribute in attributes)
        {
            writer.WritePropertyName(attribute.Name.Value);
            Write(writer, attribute.Value);
        }

        writer.WriteEndObject();
        WriteVersions(writer, attributes);
    }

    internal static ImmutableArray<RecordedAttribute> Read(ref DocumentReader reader)
    {
        var attributes = ImmutableArray.CreateBuilder<RecordedAttribute>(8);
        var members = reader.Open(None);
        while (reader.Next(ref members))
        {
            if (!FactCode.TryFrom(members.Unknown, out var name) || (attributes.Count > 0 && string.CompareOrdinal(attributes[^1].Name.Value, name.Value) >= 0))
            {
                throw new DocumentFault("Attributes have names, each once, in their order.");
            }

            attributes.Add(new RecordedAttribute { Name = name, Value = Value(ref reader) });
        }

        return attributes.DrainToImmutable();
    }

    internal static ImmutableArray<RecordedAttribute> ReadVersions(ref DocumentReader reader, ImmutableArray<RecordedAttribute> attributes)
    {
        var versioned = attributes.ToBuilder();
        reader.OpenArray();
        while (reader.NextElement())
        {
            reader.OpenArray();
            Need(reader.NextElement());
            var version = reader.Long();
            while (reader.NextElement())
            {
                var name = reader.Text();
                var place = IndexOf(versioned, name);
                Need(place >= 0);
                versioned[place] = versioned[place] with { RowVersion = version };
            }
        }

        return versioned.DrainToImmutable();
    }

    private static void Write(Utf8JsonWriter writer, AttributeValue value)
    {
        switch (value.Type)
        {
            case AttributeType.Date:
                writer.WriteStartObject();
                writer.Date("date"u8, value.AsDate);
                writer.WriteEndObject();
                break;
            case AttributeType.Instant:
                writer.WriteStartObject();
                writer.WriteNumber("instant"u8, Microseconds.ToMicros(value.AsInstant));
                writer.WriteEndObject();
                break;
            case AttributeType.None:
                writer.WriteNullValue();
                break;
            default:
                PlainValueJson.Write(writer, value);
                break;
        }
    }

    private static void WriteVersions(Utf8JsonWriter writer, ImmutableArray<RecordedAttribute> attributes)
    {
        var isAny = false;
        for (var i = 0; i < attributes.Length; i++)
        {
            if (attributes[i].RowVersion is { } version && !WasBefore(attributes, i, version))
            {
                if (!isAny)
                {
                    writer.WriteStartArray("rowVersions"u8);
                }

                isAny = true;
                WriteVersion(writer, attributes, i, version);
            }
        }

        if (isAny)
        {
            writer.WriteEndArray();
        }
    }

    private static bool WasBefore(ImmutableArray<RecordedAttribute> attributes, int place, long version)
    {
        for (var i = 0; i < place; i++)
        {
            if (attributes[i].RowVersion == version)
            {
                return true;
            }
        }

        return false;
    }

    private static void WriteVersion(Utf8JsonWriter writer, ImmutableArray<RecordedAttribute> attributes, int from, long version)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(version);
        for (var i = from; i < attributes.Length; i++)
        {
            if (attributes[i].RowVersion == version)
            {
                writer.WriteStringValue(attributes[i].Name.Value);
            }
        }

        writer.WriteEndArray();
    }

    private static AttributeValue Value(ref DocumentReader reader) => reader switch
    {
        { IsNull: true } => default,
        { IsText: true } => reader.Text(),
        { IsNumber: true } => reader.Decimal(),
        { IsArray: true } => Set(ref reader),
        { IsObject: true } => At(ref reader),
        _ => reader.IsTrue,
    };

    private static AttributeValue Set(ref DocumentReader reader)
    {
        var texts = new List<string>();
        var numbers = new List<decimal>();
        while (reader.NextElement())
        {
            if (reader.IsNumber)
            {
                numbers.Add(reader.Decimal());
            }
            else
            {
                texts.Add(reader.Text());
            }
        }

        Need(texts.Count == 0 || numbers.Count == 0);
        return numbers.Count > 0 ? AttributeValue.Numbers(numbers) : AttributeValue.Texts(texts);
    }

    private static AttributeValue At(ref DocumentReader reader)
    {
        AttributeValue value = default;
        var members = reader.Open(Times);
        while (reader.Next(ref members))
        {
            value = (Time)members.Current switch
            {
                Time.Date => reader.Date(),
                Time.Instant => reader.Micros(),
                _ => throw DocumentFault.UnknownMember("attributes"),
            };
        }

        return value;
    }

    private static int IndexOf(ImmutableArray<RecordedAttribute>.Builder attributes, string name)
    {
        for (var i = 0; i < attributes.Count; i++)
        {
            if (string.Equals(attributes[i].Name.Value, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private static void Need(bool isThere)
    {
        if (!isThere)
        {
            throw new DocumentFault("A row version is a number with names of attributes that are there, and a set has elements of one type.");
        }
    }
}
