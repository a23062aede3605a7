using System.Text.Json;
using CandidateCrm.Charter;

namespace CandidateCrm.Rules.Shapes;

/// <summary>The form of one kind of expectation.</summary>
internal abstract class ExpectationForm(string word)
{
    /// <summary>Gets the word that stands for the kind.</summary>
    internal string Word { get; } = word;

    internal abstract bool Makes(object content);

    internal abstract Expectation? Read(JsonElement json, Place place);

    internal abstract void Write(Utf8JsonWriter writer, Expectation expectation);

    internal abstract void Describe(Utf8JsonWriter schema);

    internal static TypedExpectationForm<T> Of<T>(string word, Func<MemberTable<T>, Func<MemberValues<T>, Place, T?>> build)
        where T : Expectation => new(word, build);
}
