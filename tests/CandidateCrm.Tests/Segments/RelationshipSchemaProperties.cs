using CandidateCrm.Fixtures;
using CandidateCrm.Relationships;
using CandidateCrm.Segments;
using CandidateCrm.Tests.Json;
using CandidateCrm.Tests.Relationships;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Segments;

public sealed class RelationshipSchemaProperties
{
    private const int Rules = 8;

    private static readonly RelationshipEngine Engine = new();
    private static readonly SegmentSchema<CandidateView> Schema = RelationshipSchema.Of(TestRules.Everything);

    [Fact]
    public void A_rule_about_a_candidate_says_what_is_plainly_so_by_the_public_members_of_the_relationship() =>
        Prop.ForAll(Histories.Any, Dice.Seeds, (told, seed) =>
        {
            var dice = new Dice(seed);
            var at = Histories.Start + Duration.FromHours(dice.Below(60 * 24));
            var known = told.Where(one => one.OccurredAt <= at).OrderBy(one => one.Place).ToArray();
            var state = Engine.Replay(Histories.Anna, known, TestRules.Log, at).Next;
            var view = CandidateView.Of(state, at, told.OrderBy(one => one.Place));
            var bag = RelationshipBags.Of(state, told, at, TestRules.Everything);
            var zone = TestRules.Everything.Zone;
            var oracle = new RuleOracle(new OracleCalendar(at, zone, IsoDayOfWeek.Monday), Schema);
            for (var i = 0; i < Rules; i++)
            {
                var text = new RelationshipRules(dice).Any();
                var terms = new SegmentTerms { AsOf = at, Use = SegmentUse.Kept };
                var rule = SegmentText.Parse(text, Schema, terms).Required();
                var predicate = Schema.Compile(rule, terms);
                Assert.True(oracle.Holds(rule, bag) == predicate.Holds(view, at, zone), text);
                Explains(rule, predicate.Explain(view, at, zone), oracle.Holds(rule, bag));
            }
        }).Check(Tries.Of(150));

    /// <summary>What decides alone decides: with the other conditions turned into whatever they like the answer stays.</summary>
    private static void Explains(SegmentRule rule, SegmentExplanation why, bool holds)
    {
        Assert.Equal(holds, why.IsIn);
        var known = why.Deciding.GroupBy(each => each.Condition).ToDictionary(same => same.Key, same => same.First().Holds);
        Assert.Equal(holds, Kleene(rule, known));
    }

    private static bool? Kleene(SegmentRule rule, Dictionary<string, bool> known)
    {
        switch (rule)
        {
            case AndRule and:
                var all = and.Rules.Select(each => Kleene(each, known)).ToList();
                return all.Contains(false) ? false : all.Contains(null) ? null : true;
            case OrRule or:
                var any = or.Rules.Select(each => Kleene(each, known)).ToList();
                return any.Contains(true) ? true : any.Contains(null) ? null : false;
            case NotRule not:
                return !Kleene(not.Rule, known);
            default:
                return known.TryGetValue(SegmentText.Format(rule), out var holds) ? holds : null;
        }
    }
}
