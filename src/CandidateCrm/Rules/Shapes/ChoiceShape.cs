using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace CandidateCrm.Rules.Shapes;

/// <summary>An object that takes one of several forms; each form has a member that the others do not have.</summary>
internal sealed class ChoiceShape<T>(IReadOnlyList<(string Member, ObjectShape<T> Shape, Func<T, bool> IsMeant)> forms) : Shape<T>
    where T : class
{
    internal override bool Read(JsonElement json, Place place, [MaybeNullWhen(false)] out T value)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return Refuse(json, place, "An object", out value);
        }

        var given = forms.Where(form => json.TryGetProperty(form.Member, out _)).ToList();
        if (given is [var only])
        {
            return only.Shape.Read(json, place, out value);
        }

        value = null;
        return place.Fault(RulesFaultCodes.ChoiceUnclear, $"{Meant(json)}Exactly one of these members belongs here: {string.Join(", ", forms.Select(form => form.Member))}.");
    }

    internal override void Write(Utf8JsonWriter writer, T value)
    {
        if (value is not null && forms.FirstOrDefault(form => form.IsMeant(value)) is { Shape: { } shape })
        {
            shape.Write(writer, value);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    internal override void Describe(Utf8JsonWriter schema)
    {
        schema.WriteStartArray("oneOf");
        foreach (var form in forms)
        {
            schema.WriteStartObject();
            form.Shape.Describe(schema);
            schema.WriteEndObject();
        }

        schema.WriteEndArray();
    }

    private string Meant(JsonElement json) => json.EnumerateObject()
        .Where(property => !forms.Any(form => form.Shape.Has(property.Name)))
        .Select(property => Suggestion.Nearest(property.Name, [.. forms.Select(form => form.Member)]))
        .FirstOrDefault(nearest => nearest is not null) is { } word ? $"Did you mean «{word}»? " : string.Empty;
}
