using CandidateCrm.Fixtures;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Lifecycle;

public sealed class TextTableProperties
{
    private static readonly Arbitrary<string[]> Texts = Arb.From(
        Gen.Elements("a", "b", "ab", "\u00e4", "stage-", "-review", "1", "2").ArrayOf().Resize(8).Select(string.Concat).ArrayOf().Resize(40));

    [Fact]
    public void It_numbers_texts_as_a_dictionary_does() =>
        Prop.ForAll(Texts, Texts, (known, asked) =>
        {
            var texts = known.Distinct().ToArray();
            var table = new TextTable(texts);
            return texts.Concat(asked).All(text => table.NumberOf(new string(text.AsSpan())) == unchecked((uint)Array.IndexOf(texts, text)));
        }).Check(Tries.Of());

    [Fact]
    public void Texts_that_differ_only_in_the_middle_are_told_apart()
    {
        var texts = Enumerable.Range(0, 5_000).Select(i => $"a-long-beginning-{i:D4}-and-a-long-ending").ToArray();

        var table = new TextTable(texts);

        Assert.All(texts.Index(), pair => Assert.Equal((uint)pair.Index, table.NumberOf(pair.Item)));
        Assert.Equal(TextTable.Missing, table.NumberOf("a-long-beginning-5000-and-a-long-ending"));
    }
}
