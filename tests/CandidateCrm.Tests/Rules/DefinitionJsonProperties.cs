using System.Text;
using System.Text.Json;
using CandidateCrm.Fixtures;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Json;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Rules;

public sealed class DefinitionJsonProperties
{
    private static readonly Arbitrary<int> Seeds = Dice.Seeds;

    [Fact]
    public void What_was_written_is_read_as_it_was() => Holds(seed =>
    {
        var definition = RandomDefinition.Of(seed);
        var text = DefinitionJson.Write(definition);

        return DefinitionForms.Read(text) is var read && read.SaysTheSameAs(definition) && DefinitionJson.Write(read) == text;
    });

    [Fact]
    public void Order_of_members_and_blanks_change_neither_text_nor_hash() => Holds(seed =>
    {
        var document = DefinitionJson.DocumentOf(RandomDefinition.Of(seed));
        var respelt = DefinitionForms.Respelt(document.Json, new Dice(seed));

        return respelt != document.Json && DefinitionJson.DocumentOf(DefinitionForms.Read(respelt)) == document;
    });

    [Fact]
    public void Two_definitions_have_one_hash_just_when_they_say_the_same() =>
        Prop.ForAll(Seeds, Seeds, (one, other) =>
        {
            var (first, second) = (RandomDefinition.Of(one), RandomDefinition.Of(other));

            return (DefinitionJson.DocumentOf(first).Hash == DefinitionJson.DocumentOf(second).Hash) == first.SaysTheSameAs(second);
        }).Check(Tries.Of());

    [Fact]
    public void Whatever_is_left_out_of_a_text_is_missed() => Holds(seed =>
    {
        var document = DefinitionJson.DocumentOf(RandomDefinition.Of(seed));

        return Lesser(document.Json).All(lesser =>
            DefinitionJson.Read(lesser) is var reading && (reading.Definition is { } read ? DefinitionJson.DocumentOf(read).Hash != document.Hash || IsDefault(document.Json, lesser) : !reading.Faults.IsEmpty));
    });

    [Fact]
    public void Damage_gives_faults_or_a_definition_and_never_throws() =>
        Prop.ForAll(Seeds, Seeds, (seed, blow) =>
        {
            var reading = DefinitionJson.Read(Damage.Damaged(DefinitionJson.Write(RandomDefinition.Of(seed)), blow).AsSpan());

            // A word that is shaped as a code is named; an address is not.
            return reading.Definition is null != reading.Faults.IsEmpty
                && reading.Faults.All(fault => fault.Code.Length > 0 && fault.Where.Length > 0 && fault.Sentence.EndsWith('.'))
                && !string.Join('\n', reading.Faults).Contains("secret@", StringComparison.Ordinal);
        }).Check(Tries.Of(3_000));

    [Fact]
    public void What_is_read_satisfies_the_schema() =>
        Prop.ForAll(Seeds, Seeds, (seed, blow) =>
        {
            var document = DefinitionJson.Write(RandomDefinition.Of(seed));
            var damaged = Damage.Damaged(document, blow);

            return SchemaChecker.Definitions.IsSatisfiedBy(document)
                && (DefinitionJson.Read(damaged.AsSpan()).Definition is null || SchemaChecker.Definitions.IsSatisfiedBy(Encoding.UTF8.GetString(damaged)));
        }).Check(Tries.Of(1_000));

    private static void Holds(Func<int, bool> rule) => Prop.ForAll(Seeds, rule).Check(Tries.Of(200));

    /// <summary>The version is written even where it is 1; leaving it out says the same.</summary>
    private static bool IsDefault(string json, string lesser) => json.Contains("\"version\":1,", StringComparison.Ordinal) && !lesser.Contains("\"version\"", StringComparison.Ordinal);

    /// <summary>Returns the text without one of its members or elements, for each of them.</summary>
    private static IEnumerable<string> Lesser(string json)
    {
        using var document = JsonDocument.Parse(json);
        foreach (var path in Paths(document.RootElement, []).ToList())
        {
            var copy = System.Text.Json.Nodes.JsonNode.Parse(json)!;
            var owner = path[..^1].Aggregate(copy, (node, step) => step is int index ? node[index]! : node[(string)step]!);
            if (path[^1] is int last)
            {
                owner.AsArray().RemoveAt(last);
            }
            else
            {
                owner.AsObject().Remove((string)path[^1]);
            }

            yield return copy.ToJsonString();
        }
    }

    private static IEnumerable<object[]> Paths(JsonElement json, object[] path)
    {
        var steps = json.ValueKind switch
        {
            JsonValueKind.Object => json.EnumerateObject().Select(member => ((object)member.Name, member.Value)),
            JsonValueKind.Array => json.EnumerateArray().Select((item, index) => ((object)index, item)),
            _ => [],
        };
        return steps.SelectMany(step => Paths(step.Item2, [.. path, step.Item1]).Prepend([.. path, step.Item1]));
    }
}
