using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using CandidateCrm.Segments;

namespace CandidateCrm.Rules.Shapes;

/// <summary>A segment rule that is kept as a text, because nobody knows its fields here. Its one spelling has no blanks, members in ordinal order, numbers without an exponent and without trailing zeros, and none of the ids that editors give.</summary>
internal sealed class RuleTextShape : Shape<string>
{
    private static readonly string[] OfEditors = ["id", "path"];

    internal override bool Read(JsonElement json, Place place, [MaybeNullWhen(false)] out string value)
    {
        var faults = SegmentJson.FormFaultsOf(json);
        foreach (var fault in faults)
        {
            (fault.Where.Length == 0 ? place : place.Member(fault.Where)).Fault(fault.Code, fault.Sentence);
        }

        value = faults.IsEmpty ? Spelt(json) : null;
        return value is not null;
    }

    internal override void Write(Utf8JsonWriter writer, string value)
    {
        // A text that is no JSON comes out as a text, which no reader takes for a rule.
        if (SpellingOf(value) is { } spelt)
        {
            writer.WriteRawValue(spelt, skipInputValidation: true);
        }
        else
        {
            CanonicalText.Write(writer, value);
        }
    }

    internal override void Describe(Utf8JsonWriter schema) => schema.WriteString("$ref", "#/$defs/group");

    /// <summary>Returns the one spelling of a rule; null where the text is no JSON, or has half a surrogate pair.</summary>
    internal static string? SpellingOf(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return Spelt(json.RootElement);
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Spelt(JsonElement json)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            Spell(writer, json);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Spell(Utf8JsonWriter writer, JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                SpellObject(writer, json);
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in json.EnumerateArray())
                {
                    Spell(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                CanonicalText.Write(writer, json.GetString());
                break;
            case JsonValueKind.Number when DecimalText.TryRead(json.GetRawText(), out var number):
                writer.WriteRawValue(DecimalText.Write(number));
                break;
            default:
                writer.WriteRawValue(json.GetRawText(), skipInputValidation: true);
                break;
        }
    }

    private static void SpellObject(Utf8JsonWriter writer, JsonElement json)
    {
        var isRule = json.TryGetProperty("rules", out _) || json.TryGetProperty("combinator", out _) || json.TryGetProperty("field", out _);
        writer.WriteStartObject();
        foreach (var member in json.EnumerateObject().Where(member => !isRule || !OfEditors.Contains(member.Name)).OrderBy(member => member.Name, StringComparer.Ordinal))
        {
            writer.WritePropertyName(member.Name);
            Spell(writer, member.Value);
        }

        writer.WriteEndObject();
    }
}
