using CandidateCrm.Candidates;
using CandidateCrm.Segments;
using CandidateCrm.Segments.Indexing;

namespace CandidateCrm.Tests.Segments;

/// <summary>An index over the candidates of a world, and a plain dictionary of who is in it: everything that a dictionary says, the index must say.</summary>
internal sealed class IndexedWorld
{
    private readonly SortedDictionary<string, Bag> _plain = new(StringComparer.Ordinal);

    internal IndexedWorld(int seed, int most = 150)
    {
        World = new SegmentWorld(seed);
        Index = new SegmentIndex<Bag>(World.Schema, TenantId.From("acme"), moving: null) { MostRows = World.Dice.Coin ? 8_192 : 2 + World.Dice.Below(70) };
        Index.Put(Enumerable.Range(0, World.Dice.Below(most)).Select(_ => New()).ToList());
        for (var change = World.Dice.Below(30); change > 0; change--)
        {
            Change();
        }
    }

    internal SegmentWorld World { get; }

    internal SegmentIndex<Bag> Index { get; }

    internal IReadOnlyDictionary<string, Bag> Plain => _plain;

    internal SegmentPredicate<Bag> Rule() => Compile(World.Rule());

    internal SegmentPredicate<Bag> Compile(SegmentRule rule) => World.Schema.Compile(rule, SegmentWorld.Terms);

    internal string[] Expected(SegmentPredicate<Bag> rule)
    {
        var test = rule.At(World.Now, World.Zone, SegmentWorld.IsMember);
        return [.. _plain.Where(each => test.Holds(each.Value)).Select(each => each.Key)];
    }

    internal SegmentPopulation<Bag> Population(Lanes? lanes = null) =>
        Index.At(World.Now, World.Zone, new SegmentSurroundings<Bag> { Memberships = (id, segment) => SegmentWorld.IsMember(_plain[id], segment) }, lanes ?? Lanes.Best);

    internal void Change()
    {
        switch (World.Dice.Below(4))
        {
            case 0:
                var id = Id();
                Assert.Equal(_plain.Remove(id), Index.Remove(id));
                break;
            case 1:
                Index.Put(World.Dice.Some(New, 9));
                break;
            default:
                var (key, bag) = New();
                Index.Put(key, bag);
                break;
        }
    }

    private KeyValuePair<string, Bag> New()
    {
        var (id, bag) = (Id(), World.Candidate());
        _plain[id] = bag;
        return new(id, bag);
    }

    /// <summary>Ids that meet often, and in whose order letters beyond the first page of Unicode matter.</summary>
    private string Id() => World.Dice.Below(12) == 0 ? $"\ud83d\ude00{World.Dice.Below(4)}\ufb01" : $"c{World.Dice.Below(200)}";
}
