using CandidateCrm.Segments;
using CandidateCrm.Tests.Segments;

namespace CandidateCrm.Queries.Tests;

/// <summary>A schema over a host's entity, people, an instant and a zone, from one seed.</summary>
internal sealed class Population
{
    internal Population(int seed, int size)
    {
        World = new SegmentWorld(seed);
        Schema = PersonFields.Schema(World.Dice, World.Calendar.WeekStart);
        People = [.. Enumerable.Range(1, size).Select(id => PersonFields.Of(World, Schema, id))];
        Bags = People.ToDictionary(person => person.Id, PersonFields.BagOf);
        Oracle = new RuleOracle(World.Calendar, Schema);
    }

    internal SegmentWorld World { get; }

    internal SegmentSchema<Person> Schema { get; }

    internal IReadOnlyList<Person> People { get; }

    internal RuleOracle Oracle { get; }

    private Dictionary<int, Bag> Bags { get; }

    internal static bool IsMember(Person person, SegmentKey segment) => person.Member == segment.Value;

    internal SegmentPredicate<Person> Compile(SegmentRule rule) => Schema.Compile(rule, SegmentWorld.Terms);

    internal int[] ByOracle(SegmentRule rule) => Ids(person => Oracle.Holds(rule, Bags[person.Id]));

    internal int[] Ids(Func<Person, bool> isIn) => [.. People.Where(isIn).Select(person => person.Id)];
}
