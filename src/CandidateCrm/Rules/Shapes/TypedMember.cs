using System.Text.Json;

namespace CandidateCrm.Rules.Shapes;

/// <summary>A member with the form of its value and the way to get it.</summary>
internal sealed class TypedMember<T, TValue>(string name, string says, Shape<TValue> shape, Func<T, TValue> get) : Member<T>(name, says)
{
    internal override bool IsRequired => !IsOptional;

    internal override object? Otherwise => Default;

    /// <summary>Gets a value indicating whether it may be left out.</summary>
    internal bool IsOptional { get; init; }

    internal TValue? Default { get; init; }

    /// <summary>Gets which values are not written, because leaving the member out says the same.</summary>
    internal Func<TValue, bool>? IsLeftOut { get; init; }

    internal override bool Read(JsonElement json, Place place, out object? value)
    {
        var isRead = shape.Read(json, place, out var typed);
        value = typed;
        return isRead;
    }

    internal override void Write(Utf8JsonWriter writer, T owner)
    {
        var value = get(owner);
        if (IsLeftOut?.Invoke(value) != true)
        {
            writer.WritePropertyName(Name);
            shape.Write(writer, value);
        }
    }

    internal override void Describe(Utf8JsonWriter schema) => shape.Describe(schema);
}
