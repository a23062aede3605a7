using CandidateCrm.Fixtures;
using CandidateCrm.Segments;
using CandidateCrm.Tests.Json;
using CandidateCrm.Tests.Rules;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Segments;

public sealed class SegmentProperties
{
    private const int Rules = 6;
    private const int Candidates = 6;

    [Fact]
    public void Typed_nodes_say_what_the_oracle_says() => ForRules(world => rule =>
    {
        var oracle = new RuleOracle(world.Calendar, world.Schema);
        var test = world.Schema.Compile(rule, SegmentWorld.Terms).At(world.Now, world.Zone, SegmentWorld.IsMember);
        foreach (var candidate in Everybody(world))
        {
            Assert.True(oracle.Holds(rule, candidate) == test.Holds(candidate), SegmentText.Format(rule));
            Assert.True(oracle.Judge(rule, candidate) == test.Judge(candidate), SegmentText.Format(rule));
        }
    }, 700);

    [Fact]
    public void What_is_known_is_never_other_than_what_holds() => ForRules(world => rule =>
    {
        var test = world.Schema.Compile(rule, SegmentWorld.Terms).At(world.Now, world.Zone, SegmentWorld.IsMember);
        var candidate = world.Candidate();

        Assert.True(test.Judge(candidate) is not { } known || known == test.Holds(candidate));
    });

    [Fact]
    public void A_rule_xor_its_complement_holds_for_everybody() => ForRules(world => rule =>
        Same(world, new NotRule(rule), SegmentRule.Everyone, candidate => !Holds(world, rule, candidate)));

    [Fact]
    public void De_Morgan_holds_and_saying_it_twice_changes_nothing() => ForRules(world => rule =>
    {
        var other = world.Rule();
        Same(world, new NotRule(new AndRule([rule, other])), new OrRule([new NotRule(rule), new NotRule(other)]));
        Same(world, new NotRule(new OrRule([rule, other])), new AndRule([new NotRule(rule), new NotRule(other)]));
        Same(world, new AndRule([rule, rule]), rule);
        Same(world, new OrRule([rule, rule]), rule);
        Same(world, new NotRule(new NotRule(rule)), rule);
    });

    [Fact]
    public void The_negative_form_of_each_condition_is_the_complement() => ForRules(world => rule =>
    {
        if (Negative(rule) is { } negative)
        {
            Same(world, new NotRule(rule), negative);
        }
    }, 400);

    [Fact]
    public void Text_gives_the_same_rule_again() => ForRules(world => rule =>
    {
        var text = SegmentText.Format(rule);
        var reading = SegmentText.Parse(text, world.Schema, SegmentWorld.Terms);

        Assert.True(reading.Faults.IsEmpty, text + Environment.NewLine + string.Join(Environment.NewLine, reading.Faults));
        Assert.True(rule == reading.Rule && rule.GetHashCode() == reading.Rule!.GetHashCode(), text);
        Assert.Equal(text, SegmentText.Format(reading.Rule!));
    });

    [Fact]
    public void Json_gives_the_same_rule_again_and_satisfies_its_schema() => ForRules(world => rule =>
    {
        var json = SegmentJson.Write(rule);
        var reading = SegmentJson.Read(json, world.Schema, SegmentWorld.Terms);

        Assert.True(reading.Faults.IsEmpty, json + Environment.NewLine + string.Join(Environment.NewLine, reading.Faults));
        Assert.True(rule == reading.Rule, json);
        Assert.Equal(json, SegmentJson.Write(reading.Rule!));
        Assert.True(SchemaChecker.Segments.IsSatisfiedBy(json), json);
    });

    [Fact]
    public void Rules_that_differ_are_not_equal() => ForRules(world => rule =>
    {
        var other = world.Rule();

        Assert.Equal(SegmentJson.Write(rule) == SegmentJson.Write(other), rule == other);
        Assert.NotEqual<SegmentRule>(rule, new NotRule(rule));
    });

    private static void ForRules(Func<SegmentWorld, Action<SegmentRule>> property, int count = 150) =>
        Prop.ForAll(Dice.Seeds, seed =>
        {
            var world = new SegmentWorld(seed);
            for (var i = 0; i < Rules; i++)
            {
                property(world)(world.Rule());
            }
        }).Check(Tries.Of(count));

    private static bool Holds(SegmentWorld world, SegmentRule rule, Bag candidate) =>
        world.Schema.Compile(rule, SegmentWorld.Terms).At(world.Now, world.Zone, SegmentWorld.IsMember).Holds(candidate);

    private static void Same(SegmentWorld world, SegmentRule one, SegmentRule other, Func<Bag, bool>? where = null)
    {
        foreach (var candidate in Everybody(world))
        {
            Assert.True(where?.Invoke(candidate) == false
                ? !Holds(world, one, candidate)
                : Holds(world, one, candidate) == Holds(world, other, candidate), SegmentText.Format(one));
        }
    }

    /// <summary>Some candidates, and one of whom nothing is known.</summary>
    private static IEnumerable<Bag> Everybody(SegmentWorld world) => [new Bag(), .. Enumerable.Range(0, Candidates).Select(_ => world.Candidate())];

    private static SegmentRule? Negative(SegmentRule rule) => rule switch
    {
        CompareRule { Operator: CompareOperator.Equal } equal => new CompareRule(equal.Field, CompareOperator.NotEqual, equal.Operand),
        CompareRule { Operator: CompareOperator.Between } between => new CompareRule(between.Field, CompareOperator.NotBetween, between.Operand, between.UpTo!),
        InSetRule { IsNegated: false } list => new InSetRule(list.Field, list.Values, isNegated: true),
        HasValueRule { IsNegated: false } has => new HasValueRule(has.Field, isNegated: true),
        InSegmentRule { IsNegated: false } segments => new InSegmentRule(segments.Segments, isNegated: true),
        TextRule { Operator: TextOperator.Contains or TextOperator.BeginsWith or TextOperator.EndsWith } text => new TextRule(text.Field, text.Operator + 1, text.Operand),
        SetsRule { Operator: SetOperator.ContainsAny or SetOperator.ContainsAll } sets => new SetsRule(sets.Field, sets.Operator + 2, sets.Values),
        TimeRule { Operator: TimeOperator.InLast or TimeOperator.InNext } time => new TimeRule(time.Field, time.Operator + 1, time.Count, time.Unit),
        TimeRule { Operator: TimeOperator.InPeriod } period => new TimeRule(period.Field, TimeOperator.NotInPeriod, period.Period!.Value),
        _ => null,
    };
}
