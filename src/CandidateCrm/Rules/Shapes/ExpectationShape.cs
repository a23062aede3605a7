using System.Text.Json;
using CandidateCrm.Charter;

namespace CandidateCrm.Rules.Shapes;

/// <summary>
/// Expectations. The member <c>promise</c> says of which kind: each has its own form, so that what does not go together cannot be written. Without it,
/// something is promised once.
/// </summary>
internal sealed class ExpectationShape : DefinitionShape
{
    private const string Promise = "promise";

    private readonly ExpectationForm[] _forms =
    [
        ExpectationForms.Once, ExpectationForms.Answer, ExpectationForms.Cadence, ExpectationForms.Completion, ExpectationForms.Silence, ExpectationForms.Appointment, ExpectationForms.Prohibition,
    ];

    private ExpectationShape()
        : base(DefinitionKind.Expectation)
    {
    }

    internal static ExpectationShape Shape { get; } = new();

    internal override Definition? Read(JsonElement json, Place place)
    {
        if (!json.TryGetProperty(Promise, out var word))
        {
            return DefinitionOf(_forms[0].Read(json, place));
        }

        var text = word.ValueKind == JsonValueKind.String ? word.GetString()! : string.Empty;
        if (Array.Find(_forms, form => string.Equals(form.Word, text, StringComparison.Ordinal)) is { } meant)
        {
            return DefinitionOf(meant.Read(json, place));
        }

        place.Member(Promise).Fault(RulesFaultCodes.WordUnknown, Suggestion.For("a kind of promise", text, [.. _forms.Select(form => form.Word)]));
        return null;
    }

    internal override void Write(Utf8JsonWriter writer, Definition definition) =>
        Array.Find(_forms, form => form.Makes(definition.Content))!.Write(writer, (Expectation)definition.Content);

    internal override void Describe(Utf8JsonWriter schema)
    {
        schema.WriteStartArray("oneOf");
        foreach (var form in _forms)
        {
            schema.WriteStartObject();
            form.Describe(schema);
            schema.WriteEndObject();
        }

        schema.WriteEndArray();
    }

    private static Definition? DefinitionOf(Expectation? expectation) => expectation is null ? null : Definition.Of(expectation);
}
