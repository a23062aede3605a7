using System.Text.Json;
using CandidateCrm.Rules;
using CandidateCrm.Rules.Shapes;
using CandidateCrm.Timeline;
using NodaTime.Text;

namespace CandidateCrm.Segments.Explaining;

/// <summary>What was found of a candidate: an object whose one member is named after the type, as in facts, but of any length and to the nanosecond.</summary>
internal sealed class ActualShape : Shape<AttributeValue>
{
    private static readonly string[] Words = ["code", "number", "boolean", "date", "instant", "codes", "numbers"];
    private static readonly AttributeType[] Types =
        [AttributeType.Text, AttributeType.Number, AttributeType.Boolean, AttributeType.Date, AttributeType.Instant, AttributeType.TextSet, AttributeType.NumberSet];

    internal static ActualShape Instance { get; } = new();

    internal override bool Read(JsonElement json, Place place, out AttributeValue value)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return Refuse(json, place, "An object", out value);
        }

        var members = json.EnumerateObject().ToList();
        var kind = members is [var only] ? Array.IndexOf(Words, only.Name) : -1;
        value = default;
        return kind < 0
            ? place.Fault(RulesFaultCodes.ChoiceUnclear, $"Exactly one of these members belongs here: {string.Join(", ", Words)}.")
            : Read(members[0].Value, place.Member(Words[kind]), Types[kind], out value);
    }

    internal override void Write(Utf8JsonWriter writer, AttributeValue value)
    {
        writer.WriteStartObject();
        if (Array.IndexOf(Types, value.Type) is >= 0 and var kind)
        {
            writer.WritePropertyName(Words[kind]);
            WriteValue(writer, value);
        }

        writer.WriteEndObject();
    }

    internal override void Describe(Utf8JsonWriter schema)
    {
        schema.WriteString("type", "object");
        schema.WriteStartObject("properties");
        Member(schema, "code", "string");
        Member(schema, "number", "number");
        Member(schema, "boolean", "boolean");
        Member(schema, "date", "string");
        Member(schema, "instant", "string");
        List(schema, "codes", "string");
        List(schema, "numbers", "number");
        schema.WriteEndObject();
        schema.WriteNumber("minProperties", 1);
        schema.WriteNumber("maxProperties", 1);
        schema.WriteBoolean("additionalProperties", value: false);
    }

    private static void Member(Utf8JsonWriter schema, string name, string type)
    {
        schema.WriteStartObject(name);
        schema.WriteString("type", type);
        schema.WriteEndObject();
    }

    private static void List(Utf8JsonWriter schema, string name, string type)
    {
        schema.WriteStartObject(name);
        schema.WriteString("type", "array");
        Member(schema, "items", type);
        schema.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, AttributeValue value)
    {
        switch (value.Type)
        {
            case AttributeType.Number:
                ExactShape.Instance.Write(writer, value.AsNumber);
                break;
            case AttributeType.Boolean:
                writer.WriteBooleanValue(value.AsBoolean);
                break;
            case AttributeType.Date:
                writer.WriteStringValue(LocalDatePattern.Iso.Format(value.AsDate));
                break;
            case AttributeType.Instant:
                writer.WriteStringValue(InstantPattern.ExtendedIso.Format(value.AsInstant));
                break;
            case AttributeType.TextSet:
                new ListShape<string>(ExplanationShapes.Text).Write(writer, value.AsTexts);
                break;
            case AttributeType.NumberSet:
                new ListShape<decimal>(ExactShape.Instance).Write(writer, value.AsNumbers);
                break;
            default:
                CanonicalText.Write(writer, value.AsText);
                break;
        }
    }

    private static bool Read(JsonElement json, Place place, AttributeType type, out AttributeValue value)
    {
        switch (type)
        {
            case AttributeType.Number:
                return Take(ExactShape.Instance, AttributeValue.Number, (json, place), out value);
            case AttributeType.Boolean:
                return Take(FlagShape.Instance, AttributeValue.Boolean, (json, place), out value);
            case AttributeType.Date:
                return Take(ExplanationShapes.Date, AttributeValue.Date, (json, place), out value);
            case AttributeType.Instant:
                return Take(ExplanationShapes.Moment, AttributeValue.At, (json, place), out value);
            case AttributeType.TextSet:
                return Take(new ListShape<string>(ExplanationShapes.Text, most: int.MaxValue), items => AttributeValue.Texts(items), (json, place), out value);
            case AttributeType.NumberSet:
                return Take(new ListShape<decimal>(ExactShape.Instance, most: int.MaxValue), items => AttributeValue.Numbers(items), (json, place), out value);
            default:
                return Take(ExplanationShapes.Text, AttributeValue.Text, (json, place), out value);
        }
    }

    private static bool Take<T>(Shape<T> shape, Func<T, AttributeValue> make, (JsonElement Json, Place Place) from, out AttributeValue value)
    {
        var isRead = shape.Read(from.Json, from.Place, out var read);
        value = isRead ? make(read!) : default;
        return isRead;
    }
}
