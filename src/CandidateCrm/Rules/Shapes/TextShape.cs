using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace CandidateCrm.Rules.Shapes;

/// <summary>A value that is spelt as a text.</summary>
internal sealed class TextShape<T> : Shape<T>
{
    /// <summary>Reads a text; null where it is right, otherwise what is wrong with it.</summary>
    internal delegate Complaint? Reading(string text, out T? value);

    internal required Reading From { get; init; }

    /// <summary>Gets how a value is spelt; for one that has no spelling, a text that is refused when it is read again.</summary>
    internal required Func<T, string> To { get; init; }

    /// <summary>Gets what a JSON Schema says of the text beside its type.</summary>
    internal required Action<Utf8JsonWriter> Rule { get; init; }

    internal override bool Read(JsonElement json, Place place, [MaybeNullWhen(false)] out T value)
    {
        if (json.ValueKind != JsonValueKind.String)
        {
            return Refuse(json, place, "A text", out value);
        }

        var complaint = From(json.GetString()!, out value);
        return complaint is null ? value is not null : place.Fault(complaint.Code, complaint.Sentence);
    }

    internal override void Write(Utf8JsonWriter writer, T value) => CanonicalText.Write(writer, To(value));

    internal override void Describe(Utf8JsonWriter schema)
    {
        schema.WriteString("type", "string");
        Rule(schema);
    }
}
