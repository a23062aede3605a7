using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using CandidateCrm.Segments;

namespace CandidateCrm.Rules.Shapes;

/// <summary>A segment rule as it was written: a text of the language, or an object of react-querybuilder, in its one spelling. Which fields there are is judged with all the rules.</summary>
internal sealed class SegmentSourceShape : Shape<string>
{
    private readonly RuleTextShape _json = new();

    internal override bool Read(JsonElement json, Place place, [MaybeNullWhen(false)] out string value)
    {
        if (json.ValueKind == JsonValueKind.Object)
        {
            return _json.Read(json, place, out value);
        }

        if (json.ValueKind != JsonValueKind.String)
        {
            return Refuse(json, place, "A rule as a text or an object", out value);
        }

        value = json.GetString()!;
        if (string.IsNullOrWhiteSpace(value) || value.Length > SegmentDefinition.LongestRule)
        {
            return place.Fault(RulesFaultCodes.TextInvalid, FormattableString.Invariant($"A rule has 1 to {SegmentDefinition.LongestRule} characters and is not blank; leave it out where members are only put in by hand."));
        }

        return !value.AsSpan().TrimStart().StartsWith('{') || place.Fault(RulesFaultCodes.TypeWrong, "A rule in the form of react-querybuilder stands here as an object, not as a text.");
    }

    internal override void Write(Utf8JsonWriter writer, string value)
    {
        if (value.AsSpan().TrimStart().StartsWith('{'))
        {
            _json.Write(writer, value);
        }
        else
        {
            CanonicalText.Write(writer, value);
        }
    }

    internal override void Describe(Utf8JsonWriter schema)
    {
        schema.WriteStartArray("oneOf");
        schema.WriteStartObject();
        schema.WriteString("type", "string");
        schema.WriteNumber("minLength", 1);
        schema.WriteNumber("maxLength", SegmentDefinition.LongestRule);
        schema.WriteString("pattern", "^\\s*[^\\s{][\\s\\S]*$");
        schema.WriteEndObject();
        schema.WriteStartObject();
        _json.Describe(schema);
        schema.WriteEndObject();
        schema.WriteEndArray();
    }
}
