using System.Text.Json;
using CandidateCrm.Fixtures;
using CandidateCrm.Segments;
using CandidateCrm.Tests.Json;
using CandidateCrm.Tests.Rules;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Segments;

/// <summary>The tree of an explanation, against the rule that it explains, part by part.</summary>
public sealed class ExplanationTreeProperties
{
    [Fact]
    public void Each_part_says_what_that_part_of_the_rule_says_alone() => ForEach((world, rule, candidate, why) =>
    {
        Assert.Equal(why.IsIn, why.Tree!.Holds);
        Assert.True(why.Tree.Decides);
        Compare(world, rule, candidate, why.Tree);
    });

    [Fact]
    public void The_conditions_that_decide_are_those_that_the_explanation_lists() => ForEach((_, _, _, why) =>
    {
        Assert.Equal(why.Deciding.AsEnumerable(), Deciding(why.Tree!));
        ConfirmPaths(why.Tree!);
    });

    [Fact]
    public void The_tree_has_the_shape_of_the_rule_in_json() => ForEach((_, rule, _, why) =>
    {
        using var json = JsonDocument.Parse(SegmentJson.Write(rule));
        Assert.Equal(ShapeOf(json.RootElement), why.Tree!.Group is null ? $"and({ShapeOf(why.Tree)})" : ShapeOf(why.Tree));
    });

    [Fact]
    public void As_json_it_can_be_read_again() => ForEach((_, _, _, why) =>
    {
        var json = SegmentExplanationJson.Write(why);
        var again = SegmentExplanationJson.Read(json).Required();

        Assert.True(SchemaChecker.SegmentExplanations.IsSatisfiedBy(json), json);
        Assert.Equal(json, SegmentExplanationJson.Write(again));
        Assert.Equal(string.Join('\n', why.ToText()), string.Join('\n', again.ToText()));
        Assert.Equal(string.Join('\n', why.Tree!.ToText()), string.Join('\n', again.Tree!.ToText()));
        Assert.Equal(why.Deciding.AsEnumerable(), again.Deciding);
    });

    private static void ForEach(Action<SegmentWorld, SegmentRule, Bag, SegmentExplanation> confirm) =>
        Prop.ForAll(Dice.Seeds, seed =>
        {
            var world = new SegmentWorld(seed);
            for (var i = 0; i < 6; i++)
            {
                var rule = i % 3 == 0 ? world.TimeRule() : world.Rule();
                var candidate = world.Candidate();
                confirm(world, rule, candidate, world.Schema.Compile(rule, SegmentWorld.Terms).Explain(candidate, world.Now, world.Zone, SegmentWorld.IsMember));
            }
        }).Check(Tries.Of(150));

    private static void Compare(SegmentWorld world, SegmentRule rule, Bag candidate, ExplainedPart part)
    {
        Assert.Equal(world.Schema.Compile(rule, SegmentWorld.Terms).At(world.Now, world.Zone, SegmentWorld.IsMember).Holds(candidate), part.Holds);
        var inner = rule is NotRule { Rule: AndRule or OrRule } not ? not.Rule : rule;
        Assert.Equal(rule is NotRule, part.IsNegated);
        SegmentRule[] parts = inner switch { AndRule and => [.. and.Rules], OrRule or => [.. or.Rules], NotRule one => [one.Rule], _ => [] };
        Assert.Equal(parts.Length, part.Parts.Length);
        Assert.Equal(inner is OrRule ? ExplainedGroup.Or : parts.Length > 0 ? ExplainedGroup.And : null, part.Group);
        Assert.Equal(parts.Length == 0 ? SegmentText.Format(rule) : null, part.Condition?.Condition);
        for (var i = 0; i < parts.Length; i++)
        {
            Compare(world, parts[i], candidate, part.Parts[i]);
        }
    }

    /// <summary>What decides hangs together from the root down: nothing decides beneath what does not, and something does beneath each group that does.</summary>
    private static void ConfirmPaths(ExplainedPart part)
    {
        Assert.True(part.Parts.IsEmpty || part.Parts.Any(each => each.Decides) == part.Decides);
        foreach (var each in part.Parts)
        {
            ConfirmPaths(each);
        }
    }

    private static IEnumerable<DecidingCondition> Deciding(ExplainedPart part) =>
        part.Condition is { } condition && part.Decides ? [condition] : part.Parts.SelectMany(Deciding);

    private static string ShapeOf(ExplainedPart part) => part.Group is { } group
        ? $"{(part.IsNegated ? "not " : "")}{(group == ExplainedGroup.Or ? "or" : "and")}({string.Join(' ', part.Parts.Select(ShapeOf))})"
        : "condition";

    private static string ShapeOf(JsonElement json) => json.TryGetProperty("combinator", out var combinator)
        ? $"{(json.TryGetProperty("not", out var not) && not.GetBoolean() ? "not " : "")}{combinator.GetString()}({string.Join(' ', json.GetProperty("rules").EnumerateArray().Select(ShapeOf))})"
        : "condition";
}
