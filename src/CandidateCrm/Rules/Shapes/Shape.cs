using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace CandidateCrm.Rules.Shapes;

/// <summary>One form of a JSON value, said once: how it is read, how it is written, and what a JSON Schema says of it.</summary>
internal abstract class Shape<T>
{
    /// <summary>Reads the value, or notes everything that is wrong with it; never throws.</summary>
    internal abstract bool Read(JsonElement json, Place place, [MaybeNullWhen(false)] out T value);

    /// <summary>Writes the value; never throws. What cannot be written as it is comes out so that reading it again refuses it.</summary>
    internal abstract void Write(Utf8JsonWriter writer, T value);

    /// <summary>Writes the members of the JSON Schema of this form.</summary>
    internal abstract void Describe(Utf8JsonWriter schema);

    private protected static bool Refuse(JsonElement json, Place place, string wanted, out T? value)
    {
        value = default;
        return place.Fault(RulesFaultCodes.TypeWrong, $"{wanted} belongs here, but {Kind(json)} stands here.");
    }

    private static string Kind(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
