using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CandidateCrm.Rules.Shapes;

/// <summary>Texts for people by language tag, such as <c>{"en":"…"}</c>; written in ordinal order of the tags.</summary>
internal sealed partial class WordsByLanguageShape(Shape<string> words) : Shape<ImmutableSortedDictionary<string, string>>
{
    private const string Tag = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}";

    internal override bool Read(JsonElement json, Place place, out ImmutableSortedDictionary<string, string> value)
    {
        value = ImmutableSortedDictionary<string, string>.Empty;
        if (json.ValueKind != JsonValueKind.Object)
        {
            return Refuse(json, place, "An object", out value!);
        }

        var read = value.ToBuilder();
        var isRight = true;
        foreach (var property in json.EnumerateObject())
        {
            isRight &= ReadOne(property, read, place);
        }

        value = read.ToImmutable();
        return isRight;
    }

    internal override void Write(Utf8JsonWriter writer, ImmutableSortedDictionary<string, string> value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        foreach (var (tag, text) in value.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            // A tag that is none is written as one that is refused; its own letters may be what a writer cannot take.
            writer.WritePropertyName(IsTag().IsMatch(tag) ? tag : "?");
            words.Write(writer, text);
        }

        writer.WriteEndObject();
    }

    internal override void Describe(Utf8JsonWriter schema)
    {
        schema.WriteString("type", "object");
        schema.WriteStartObject("propertyNames");
        schema.WriteString("pattern", $"^{Tag}$");
        schema.WriteEndObject();
        schema.WriteStartObject("additionalProperties");
        words.Describe(schema);
        schema.WriteEndObject();
    }

    private bool ReadOne(JsonProperty property, ImmutableSortedDictionary<string, string>.Builder read, Place place)
    {
        if (!IsTag().IsMatch(property.Name))
        {
            return place.Fault(RulesFaultCodes.CodeInvalid, "A language is named by its tag, such as en or de-AT.");
        }

        if (read.ContainsKey(property.Name))
        {
            return place.Fault(RulesFaultCodes.MemberTwice, $"The language {property.Name} is there more than once; it belongs here once.");
        }

        var isRead = words.Read(property.Value, place.Member(property.Name), out var text);
        read[property.Name] = text ?? string.Empty;
        return isRead;
    }

    [GeneratedRegex("\\A(?:" + Tag + ")\\z", RegexOptions.ExplicitCapture)]
    private static partial Regex IsTag();
}
