using System.Text.Json;

namespace CandidateCrm.Rules.Shapes;

/// <summary>One row of the table of an object's members.</summary>
internal abstract class Member<T>(string name, string says)
{
    internal string Name { get; } = name;

    /// <summary>Gets what it means, in a sentence.</summary>
    internal string Says { get; } = says;

    internal abstract bool IsRequired { get; }

    /// <summary>Gets what stands for the member where it is not given.</summary>
    internal abstract object? Otherwise { get; }

    internal abstract bool Read(JsonElement json, Place place, out object? value);

    internal abstract void Write(Utf8JsonWriter writer, T owner);

    internal abstract void Describe(Utf8JsonWriter schema);
}
