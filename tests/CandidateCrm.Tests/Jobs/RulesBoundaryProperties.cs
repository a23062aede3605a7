using CandidateCrm.Fixtures;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Jobs;

/// <summary>Who is passed over by a job has nothing to do at the change of rules: a replay over it says the same.</summary>
public sealed class RulesBoundaryProperties
{
    private static readonly RelationshipEngine Engine = new();

    private static readonly Activation[] Changes =
    [
        Entry(People.Rescored),
        Entry(TestRules.Everything with { Scores = [] }),
        Entry(TestRules.Everything with { Expectations = [.. TestRules.Everything.Expectations.Take(1)] }),
        Entry(TestRules.Everything with { Pipelines = [] }),
        Entry(TestRules.Quiet),
        Entry(TestRules.Everything) with { Modes = FeatureModes.Of([new FeatureMode { Feature = FeatureCode.Charter, Mode = Mode.Off }, new FeatureMode { Mode = Mode.Live }]) },
        Entry(TestRules.Everything) with { Modes = FeatureModes.Of([new FeatureMode { Feature = FeatureCode.Engagement, Mode = Mode.Off }, new FeatureMode { Mode = Mode.Live }]) },
        Entry(TestRules.Everything) with { Modes = FeatureModes.AllObserve },
        Entry(TestRules.Everything) with { Suspended = [new DefinitionName(DefinitionKind.Expectation, "answer-message")] },
    ];

    [Fact]
    public void Who_does_not_feel_a_change_of_rules_has_no_pass_at_it() =>
        Prop.ForAll(Histories.Any, Arb.From(Gen.Choose(0, Changes.Length - 1)), Arb.From(Gen.Choose(0, 60)), (events, change, day) =>
        {
            var from = Histories.Start + Duration.FromDays(day) + Duration.FromMinutes(7);
            var log = ActivationLog.Of([new Activation { Position = 1, EffectiveFrom = Instant.MinValue, Rules = TestRules.Everything }, Changes[change] with { EffectiveFrom = from }]);
            var told = events.Where(e => e.OccurredAt < from).ToArray();
            var state = Engine.Replay(Histories.Anna, told, log).Next;
            var boundary = Engine.BoundaryOf(log, 2)!;
            var over = Engine.Replay(Histories.Anna, told, log, from);
            var crossed = over.Next.Cursor.At == from;

            // It may be said too often, never too seldom; and who has crossed it is not asked again.
            return (boundary.IsFeltBy(state) || !crossed) && (boundary.IsFelt || !boundary.IsFeltBy(state)) && !(crossed && boundary.IsFeltBy(over.Next));
        }).Check(Tries.Of());

    [Fact]
    public void A_withdrawn_entry_and_the_first_have_no_boundary()
    {
        var log = ActivationLog.Of(
        [
            new Activation { Position = 1, EffectiveFrom = Instant.MinValue, Rules = TestRules.Everything },
            Changes[0] with { EffectiveFrom = Histories.Start + Duration.FromDays(9) },
            Changes[1] with { Position = 3, EffectiveFrom = Histories.Start },
        ]);

        Assert.Null(Engine.BoundaryOf(log, 1));
        Assert.Null(Engine.BoundaryOf(log, 2));
        Assert.Equal(Histories.Start, Engine.BoundaryOf(log, 3)!.From);
    }

    private static Activation Entry(CrmRules rules) => new() { Position = 2, EffectiveFrom = Histories.Start, Rules = rules };
}
