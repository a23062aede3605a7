using System.Text.Json;
using System.Text.RegularExpressions;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Rules;
using CandidateCrm.Segments;

namespace CandidateCrm.Tests.Rules;

/// <summary>Checks documents against a JSON Schema; it knows the words that our schema uses, and throws at any other.</summary>
internal sealed class SchemaChecker(string schema)
{
    private static readonly string[] OnlyWords = ["$schema", "$defs", "title", "description"];
    private readonly JsonElement _root = JsonDocument.Parse(schema).RootElement;

    internal static SchemaChecker Definitions { get; } = new(RulesSchema.Text);

    internal static SchemaChecker StateMachines { get; } = new(StateMachineJson.SchemaText);

    internal static SchemaChecker Fits { get; } = new(FitJson.SchemaText);

    internal static SchemaChecker Segments { get; } = new(SegmentJson.SchemaText);

    internal static SchemaChecker SegmentExplanations { get; } = new(SegmentExplanationJson.SchemaText);

    internal bool IsSatisfiedBy(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Satisfies(document.RootElement, _root);
    }

    private bool Satisfies(JsonElement json, JsonElement schema) => schema.EnumerateObject().All(rule => Keeps(json, rule, schema));

    private bool Keeps(JsonElement json, JsonProperty rule, JsonElement schema) => rule.Name switch
    {
        _ when OnlyWords.Contains(rule.Name) => true,
        "$ref" => Satisfies(json, _root.GetProperty("$defs").GetProperty(rule.Value.GetString()!["#/$defs/".Length..])),
        "oneOf" => rule.Value.EnumerateArray().Count(form => Satisfies(json, form)) == 1,
        "anyOf" => rule.Value.EnumerateArray().Any(form => Satisfies(json, form)),
        "type" when rule.Value.ValueKind == JsonValueKind.Array => rule.Value.EnumerateArray().Any(type => IsOfType(json, type.GetString()!)),
        "type" => IsOfType(json, rule.Value.GetString()!),
        "const" => JsonElement.DeepEquals(json, rule.Value),
        "enum" => rule.Value.EnumerateArray().Any(word => JsonElement.DeepEquals(json, word)),
        "pattern" => json.ValueKind != JsonValueKind.String || Regex.IsMatch(json.GetString()!, $"\\A(?:{rule.Value.GetString()!.TrimEnd('$')})\\z"),
        "minLength" => json.ValueKind != JsonValueKind.String || Length(json) >= rule.Value.GetInt32(),
        "maxLength" => json.ValueKind != JsonValueKind.String || Length(json) <= rule.Value.GetInt32(),
        "minimum" => json.ValueKind != JsonValueKind.Number || json.GetDecimal() >= rule.Value.GetDecimal(),
        "maximum" => json.ValueKind != JsonValueKind.Number || json.GetDecimal() <= rule.Value.GetDecimal(),
        "minItems" => json.ValueKind != JsonValueKind.Array || json.GetArrayLength() >= rule.Value.GetInt32(),
        "maxItems" => json.ValueKind != JsonValueKind.Array || json.GetArrayLength() <= rule.Value.GetInt32(),
        "minProperties" => json.ValueKind != JsonValueKind.Object || json.EnumerateObject().Count() >= rule.Value.GetInt32(),
        "maxProperties" => json.ValueKind != JsonValueKind.Object || json.EnumerateObject().Count() <= rule.Value.GetInt32(),
        "uniqueItems" => json.ValueKind != JsonValueKind.Array || json.EnumerateArray().Select(item => item.GetString()).Distinct(StringComparer.Ordinal).Count() == json.GetArrayLength(),
        "items" => json.ValueKind != JsonValueKind.Array || json.EnumerateArray().All(item => Satisfies(item, rule.Value)),
        "required" => json.ValueKind != JsonValueKind.Object || rule.Value.EnumerateArray().All(name => json.TryGetProperty(name.GetString()!, out _)),
        "properties" => json.ValueKind != JsonValueKind.Object || rule.Value.EnumerateObject().All(member => !json.TryGetProperty(member.Name, out var value) || Satisfies(value, member.Value)),
        "propertyNames" => json.ValueKind != JsonValueKind.Object || json.EnumerateObject().All(member => Satisfies(JsonSerializer.SerializeToElement(member.Name), rule.Value)),
        "additionalProperties" => json.ValueKind != JsonValueKind.Object || json.EnumerateObject().All(member => IsListed(member.Name, schema) || (rule.Value.ValueKind != JsonValueKind.False && Satisfies(member.Value, rule.Value))),
        _ => throw new NotSupportedException($"The checker does not know «{rule.Name}»."),
    };

    private static bool IsListed(string name, JsonElement schema) => schema.TryGetProperty("properties", out var members) && members.TryGetProperty(name, out _);

    private static bool IsOfType(JsonElement json, string type) => type switch
    {
        "object" => json.ValueKind == JsonValueKind.Object,
        "array" => json.ValueKind == JsonValueKind.Array,
        "string" => json.ValueKind == JsonValueKind.String,
        "number" => json.ValueKind == JsonValueKind.Number,
        "integer" => json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out var number) && decimal.IsInteger(number),
        "null" => json.ValueKind == JsonValueKind.Null,
        "boolean" => json.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => throw new NotSupportedException($"The checker does not know the type «{type}»."),
    };

    private static int Length(JsonElement json) => json.GetString()!.EnumerateRunes().Count();
}
