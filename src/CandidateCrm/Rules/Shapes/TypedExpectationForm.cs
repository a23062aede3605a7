using System.Text.Json;
using CandidateCrm.Charter;

namespace CandidateCrm.Rules.Shapes;

/// <summary>The form of one kind of expectation with its type.</summary>
internal sealed class TypedExpectationForm<T>(string word, Func<MemberTable<T>, Func<MemberValues<T>, Place, T?>> build) : ExpectationForm(word)
    where T : Expectation
{
    private readonly ObjectShape<T> _shape = new(build);

    internal override bool Makes(object content) => content is T;

    internal override Expectation? Read(JsonElement json, Place place) => _shape.Read(json, place, out var expectation) ? expectation : null;

    internal override void Write(Utf8JsonWriter writer, Expectation expectation) => _shape.Write(writer, (T)expectation);

    internal override void Describe(Utf8JsonWriter schema) => _shape.Describe(schema);
}
