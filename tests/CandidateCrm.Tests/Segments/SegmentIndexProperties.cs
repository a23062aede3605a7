using CandidateCrm.Candidates;
using CandidateCrm.Fixtures;
using CandidateCrm.Segments;
using CandidateCrm.Segments.Indexing;
using CandidateCrm.Tests.Json;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Segments;

public sealed class SegmentIndexProperties
{
    [Fact]
    public void After_any_puts_and_removes_each_rule_has_the_members_that_asking_everybody_gives_at_every_width() => For(indexed =>
    {
        for (var i = 0; i < 5; i++)
        {
            var rule = indexed.Rule();
            var expected = indexed.Expected(rule);
            foreach (var lanes in Lanes.All)
            {
                var people = indexed.Population(lanes);
                Assert.True(expected.SequenceEqual(people.Members(rule, max: 10_000).Members), $"{lanes.GetType().Name}: {SegmentText.Format(rule.Rule)}");
                Assert.Equal(expected.Length, people.Count(rule).Members);
            }
        }
    }, 250);

    [Fact]
    public void Many_rules_at_once_are_each_what_they_are_alone_and_in_common_have_who_is_in_both() => For(indexed =>
    {
        SegmentPredicate<Bag>[] rules = [.. Enumerable.Range(0, 6).Select(_ => indexed.Rule())];
        rules = [.. rules, rules[0], indexed.Compile(!rules[1].Rule), indexed.Compile(rules[2].Rule & rules[3].Rule)];
        string[][] expected = [.. rules.Select(indexed.Expected)];
        var people = indexed.Population();
        var overlap = people.Overlap(rules);

        Assert.Equal(expected.Select(each => each.Length), people.CountEach(rules).Members);
        for (var one = 0; one < rules.Length; one++)
        {
            Assert.Equal(expected.Select(other => other.Intersect(expected[one]).Count()), overlap.Common[one]);
        }
    });

    [Fact]
    public void Pages_are_parts_of_the_whole_in_order_and_a_preview_names_some_of_it() => For(indexed =>
    {
        var rule = indexed.Rule();
        var expected = indexed.Expected(rule);
        var people = indexed.Population();
        var read = new List<string>();
        for (var page = people.Members(rule, max: 1 + indexed.World.Dice.Below(40)); ; page = people.Members(rule, page.Next, page.Members.Length))
        {
            read.AddRange(page.Members);
            if (page.Next is null)
            {
                break;
            }
        }

        Assert.Equal(expected, read);
        var preview = people.Preview(rule, sample: 7);
        Assert.Equal((expected.Length, Math.Min(7, expected.Length)), (preview.Members, preview.Sample.Length));
        Assert.Equal(preview.Sample.Distinct(), expected.Intersect(preview.Sample));
    });

    [Fact]
    public void The_largest_numbers_are_those_of_sorting_everybody() => For(indexed =>
    {
        var rule = indexed.Rule();
        if (indexed.World.Schema.Fields.FirstOrDefault(field => field.Type == FieldType.Number) is not { } number)
        {
            return;
        }

        var expected = indexed.Expected(rule).Select(id => (Id: id, Value: indexed.Plain[id].Value<decimal>(number.Name))).Where(each => each.Value is not null)
            .OrderByDescending(each => each.Value).ThenBy(each => each.Id, StringComparer.Ordinal).Take(9).Select(each => (each.Id, each.Value!.Value));
        Assert.Equal(expected, indexed.Population().Top(rule, 9, number.Name).Members.Select(each => (each.Id, each.Value)));
    });

    [Fact]
    public void Segments_of_segments_are_evaluated_with_the_rule_that_names_them() => For(indexed =>
    {
        var named = new Dictionary<SegmentKey, SegmentPredicate<Bag>>();
        for (var i = 2; i >= 0; i--)
        {
            var earlier = named.Keys.ToArray();
            var rule = indexed.World.RuleOver(indexed.World.Schema);
            named[SegmentKey.From($"n{i}")] = indexed.Compile(earlier.Length > 0 ? rule & new InSegmentRule([earlier[^1]], indexed.World.Dice.Coin) : rule);
        }

        var asked = indexed.Compile(indexed.World.Rule() | new InSegmentRule([SegmentKey.From("n0"), SegmentKey.From("s1")]));
        var people = indexed.Index.At(indexed.World.Now, indexed.World.Zone, new SegmentSurroundings<Bag> { Segments = named, Memberships = (id, segment) => IsMember(indexed.Plain[id], segment) });
        var test = asked.At(indexed.World.Now, indexed.World.Zone, IsMember);

        Assert.Equal(indexed.Plain.Where(each => test.Holds(each.Value)).Select(each => each.Key), people.Members(asked).Members);

        bool IsMember(Bag bag, SegmentKey segment) => named.TryGetValue(segment, out var rule)
            ? rule.At(indexed.World.Now, indexed.World.Zone, IsMember).Holds(bag)
            : SegmentWorld.IsMember(bag, segment);
    });

    [Fact]
    public void What_was_changed_bit_by_bit_is_what_is_made_at_once() => For(indexed =>
    {
        var atOnce = new SegmentIndex<Bag>(indexed.World.Schema, TenantId.From("acme"));
        atOnce.Put(indexed.Plain);

        if (indexed.Index.MostRows > 300)
        {
            Assert.Equal(atOnce.Bytes, indexed.Index.Bytes);
        }

        Assert.Equal((indexed.Plain.Count, atOnce.Stamp.Candidates), (indexed.Index.Stamp.Candidates, indexed.Plain.Count));
    });

    private static void For(Action<IndexedWorld> property, int count = 60) =>
        Prop.ForAll(Dice.Seeds, seed => property(new IndexedWorld(seed))).Check(Tries.Of(count));
}
