using CandidateCrm.Candidates;
using CandidateCrm.Segments;

namespace CandidateCrm.Tests.Segments;

public sealed class SegmentIndexTests
{
    private static readonly TenantId Acme = TenantId.From("acme");

    [Fact]
    public void What_is_not_one_of_its_candidates_is_refused()
    {
        var index = new SegmentIndex<Bag>(People.Schema, Acme);

        Assert.Throws<ArgumentException>(() => index.Put(string.Empty, People.Of()));
        Assert.Throws<ArgumentException>(() => new SegmentIndex<Bag>(People.Schema, default));
        Assert.Throws<ArgumentException>(() => People_().Count(new SegmentWorld(1).Schema.Compile(SegmentRule.Everyone, SegmentWorld.Terms)));
        Assert.Throws<ArgumentException>(() => People_().Top(Rule("everyone"), 3, "name"));
        Assert.Throws<ArgumentException>(() => People_().Top(Rule("everyone"), 3, "gender"));
        Assert.Throws<ArgumentOutOfRangeException>(() => People_().Members(Rule("everyone"), max: 0));
        Assert.Throws<InvalidOperationException>(() => People_().Count(Compile(new InSegmentRule([SegmentKey.From("warm")]))));

        SegmentPopulation<Bag> People_() => index.At(People.Now, People.Berlin);
    }

    [Fact]
    public void A_segment_that_refers_to_itself_is_refused_and_one_that_many_refer_to_is_evaluated_once()
    {
        var index = new SegmentIndex<Bag>(People.Schema, Acme);
        index.Put("a", People.Of(("age", 30)));
        var named = new Dictionary<SegmentKey, SegmentPredicate<Bag>> { [Key(0)] = Compile(!new InSegmentRule([Key(0)])) };
        Assert.Throws<InvalidOperationException>(() => Count(Compile(new InSegmentRule([Key(0)]))));

        // Without taking each once, forty segments that name their predecessor twice are a billion.
        named[Key(0)] = Rule("age = 30");
        for (var i = 1; i < 40; i++)
        {
            named[Key(i)] = Compile(new InSegmentRule([Key(i - 1)]) & new InSegmentRule([Key(i - 1)], isNegated: i % 2 == 0) | new InSegmentRule([Key(i - 1)]));
        }

        Assert.Equal(1, Count(Compile(new InSegmentRule([Key(39)]))));

        int Count(SegmentPredicate<Bag> rule) => index.At(People.Now, People.Berlin, new SegmentSurroundings<Bag> { Segments = named }).Count(rule).Members;
        static SegmentKey Key(int i) => SegmentKey.From($"k{i}");
    }

    [Fact]
    public void What_no_column_says_is_asked_one_by_one_and_counted()
    {
        var index = new SegmentIndex<Bag>(People.Schema, Acme);
        index.Put([new("a", People.Of(("age", 30), ("wanted age", 20))), new("b", People.Of(("age", 20), ("wanted age", 30)))]);
        var people = index.At(People.Now, People.Berlin);

        Assert.Equal((1, 2L), Of(people.Count(Rule("age > `wanted age`"))));
        Assert.Equal((1, 0L), Of(people.Count(Rule("age > 20"))));

        static (int, long) Of(SegmentSize size) => (size.Members, size.RowByRow);
    }

    [Fact]
    public void Of_a_contact_no_more_is_kept_than_that_there_is_one_and_of_a_protected_attribute_nothing()
    {
        var index = new SegmentIndex<Bag>(People.Schema, Acme);
        index.Put("a", People.Of(("email", "anna@example.org"), ("gender", "female-canary")));
        using var stream = new MemoryStream();
        SegmentIndexSnapshot.Write(index, stream);
        var written = System.Text.Encoding.Unicode.GetString(stream.ToArray()) + System.Text.Encoding.Unicode.GetString(stream.ToArray().AsSpan(1));

        Assert.DoesNotContain("anna@", written, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", written, StringComparison.Ordinal);
        Assert.Equal(1, index.At(People.Now, People.Berlin).Count(Rule("email has value")).Members);
    }

    [Fact]
    public void Each_change_is_one_version_that_says_up_to_when_it_knows()
    {
        var index = new SegmentIndex<Bag>(People.Schema, Acme);
        Assert.Equal((0L, (Instant?)null, 0), Of(index.Stamp));

        index.Change([new("a", People.Of()), new("b", People.Of()), new("a", People.Of(("age", 3)))], [], People.Now);
        var before = index.At(People.Now, People.Berlin);
        index.Change([new("c", People.Of())], ["a", "nobody"], asOf: null);

        Assert.Equal((1L, (Instant?)People.Now, 2), Of(before.Stamp));
        Assert.Equal((2L, (Instant?)People.Now, 2), Of(index.Stamp));
        Assert.Equal(["a", "b"], before.Members(Rule("everyone")).Members.AsEnumerable());
        Assert.Equal(["b", "c"], index.At(People.Now, People.Berlin).Members(Rule("everyone")).Members.AsEnumerable());
        Assert.Equal(1, before.Count(Rule("age = 3")).Members);

        static (long, Instant?, int) Of(IndexStamp stamp) => (stamp.Version, stamp.AsOf, stamp.Candidates);
    }

    [Fact]
    public async Task Readers_see_whole_versions_while_one_writer_goes_on()
    {
        const int candidates = 3_000;
        var index = new SegmentIndex<Bag>(People.Schema, Acme, moving: null) { MostRows = 64 };
        Put(0);
        using var stop = new CancellationTokenSource();
        var rules = Enumerable.Range(0, 2).Select(round => Rule($"age = {round}")).ToArray();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            var asked = 0;
            for (; !stop.IsCancellationRequested || asked == 0; asked++)
            {
                // In each version everybody is of the same age, so that one of the two rules holds for all.
                var sizes = index.At(People.Now, People.Berlin).CountEach(rules);
                Assert.Equal([0, candidates], sizes.Members.Order());
            }

            return asked;
        })).ToArray();
        for (var round = 1; round < 12; round++)
        {
            Put(round % 2);
        }

        await stop.CancelAsync();
        Assert.All(await Task.WhenAll(readers), asked => Assert.True(asked > 0));
        Assert.Equal(12, index.Stamp.Version);

        void Put(int age) => index.Put(Enumerable.Range(0, candidates).Select(each => KeyValuePair.Create($"c{each}", People.Of(("age", age)))));
    }

    private static SegmentPredicate<Bag> Rule(string text) => Compile(SegmentText.Parse(text, People.Schema, People.Terms).Required());

    private static SegmentPredicate<Bag> Compile(SegmentRule rule) => People.Schema.Compile(rule, People.Terms);
}
