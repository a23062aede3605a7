using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Relationships;

/// <summary>A feature that fails, at whatever it was doing, changes nothing of another one.</summary>
public sealed class FaultIsolationProperties
{
    private static readonly RelationshipEngine Sound = new();
    private static readonly FeatureCode[] Leaves = [FeatureCode.Lifecycle, FeatureCode.Engagement, FeatureCode.Charter];
    private static readonly Failing[] Broken = [.. ReactionOrder.All.Select(inner => new Failing(inner))];
    private static readonly RelationshipEngine Weak = new([.. Broken]);
    private static readonly Failing Last = new(new Idle());
    private static readonly RelationshipEngine WithOneMore = new([.. ReactionOrder.All, Last]);

    private static Arbitrary<int> Place { get; } = Arb.From(Gen.Choose(0, 1_000));

    [Fact]
    public void A_fault_of_a_feature_changes_nothing_of_another() =>
        Prop.ForAll(FoldCase.WithRetractions, Place, Arb.From(Gen.Elements(Leaves)), (one, place, feature) =>
        {
            var from = FromOf(one, place);
            Fail(feature.Value, from);
            return DecisionText.Without(feature, Replay(Weak, one)) == DecisionText.Without(feature, Replay(Sound, one));
        }).Check(FoldCase.Times(250));

    [Fact]
    public void A_feature_that_nobody_knows_may_fail_and_nothing_else_changes() =>
        Prop.ForAll(FoldCase.WithRetractions, Place, (one, place) =>
        {
            Last.From = FromOf(one, place);
            return DecisionText.Without(default, Replay(WithOneMore, one)) == DecisionText.Without(default, Replay(Sound, one));
        }).Check(FoldCase.Times(150));

    [Fact]
    public void A_fault_is_the_same_live_and_in_a_replay() =>
        Prop.ForAll(FoldCase.WithRetractions, Place, Arb.From(Gen.Elements("applications", "lifecycle", "engagement", "charter", "timeline", "tasks")), (one, place, feature) =>
        {
            Fail(feature, FromOf(one, place));
            var live = new LiveFold(Weak);
            foreach (var next in one.InOrder)
            {
                live.Tell(next, one.Log);
            }

            live.Wait(FoldCase.End, one.Log);
            return StateText.Of(live.Outcome) == StateText.Of(Replay(Weak, one));
        }).Check(FoldCase.Times(150));

    [Fact]
    public void A_feature_that_fails_is_listed_once_and_says_nothing_afterwards() =>
        Prop.ForAll(FoldCase.Any, Place, Arb.From(Gen.Elements(Leaves)), (one, place, feature) =>
        {
            var from = FromOf(one, place);
            Fail(feature.Value, from);
            var replay = Replay(Weak, one);
            return replay.Next.Faults.Length <= 1
                && (replay.Next.Faults is not [var fault]
                    || (fault.Feature == feature.Value && fault.At >= from && replay.Derived.All(e => e.OccurredAt <= fault.At || DecisionText.FeatureOf(e.Entry) != feature)));
        }).Check(FoldCase.Times(150));

    /// <summary>The instant of an event, and often of one that closes a task: then the failing feature must not open it again.</summary>
    private static Instant FromOf(FoldCase one, int place)
    {
        var closings = one.Events.Where(e => e.Entry is TaskClosed).ToArray();
        var choice = closings.Length > 0 && place % 2 == 0 ? closings : one.Events;
        return choice[place / 2 % choice.Length].OccurredAt;
    }

    private static void Fail(string feature, Instant from)
    {
        foreach (var each in Broken)
        {
            each.From = each.Feature == feature ? from : Instant.MaxValue;
        }
    }

    private static Decision Replay(RelationshipEngine engine, FoldCase one) => engine.Replay(Histories.Anna, one.Events, one.Log, FoldCase.End);

    /// <summary>Does its work, and fails at the end of it, from an instant on.</summary>
    private sealed class Failing(Reaction inner) : AlteredReaction(inner)
    {
        internal Instant From { get; set; } = Instant.MaxValue;

        internal override void On(FoldPass pass, ITimelineEntry entry) => Then(pass, () => base.On(pass, entry));

        internal override void Tick(FoldPass pass) => Then(pass, () => base.Tick(pass));

        internal override void Cross(FoldPass pass, RulesInForce before) => Then(pass, () => base.Cross(pass, before));

        private void Then(FoldPass pass, Action work)
        {
            work();
            if (pass.At >= From)
            {
                throw new InvalidTimeZoneException();
            }
        }
    }

    /// <summary>A feature that only listens.</summary>
    private sealed class Idle : Reaction
    {
        internal override string Feature => "idle";

        internal override object? Save(Draft draft) => null;

        internal override void Restore(Draft draft, object? slice)
        {
        }
    }
}
