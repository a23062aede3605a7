using CandidateCrm.Fixtures;
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
        }).Check(Tries.Of(250));

    [Fact]
    public void A_feature_that_says_too_much_changes_nothing_of_another_and_is_set_aside_with_the_reason() =>
        Prop.ForAll(FoldCase.WithRetractions, Place, Arb.From(Gen.Elements(Leaves)), (one, place, feature) =>
        {
            Fail(feature.Value, FromOf(one, place), TooMuch);
            var replay = Replay(Weak, one);
            return DecisionText.Without(feature, replay) == DecisionText.Without(feature, Replay(Sound, one))
                && replay.Next.Told == one.Events.Length
                && replay.Next.Faults.All(fault => fault.Feature == feature.Value && fault.Code == FaultCodes.DerivedLimit);
        }).Check(Tries.Of(60));

    [Fact]
    public void A_feature_that_fails_stays_at_its_last_good_slice() =>
        Prop.ForAll(FoldCase.WithRetractions, Place, Arb.From(Gen.Elements(Leaves)), (one, place, feature) =>
        {
            Fail(feature.Value, FromOf(one, place), place % 3 == 0 ? TooMuch : Throw);
            return IsAtItsLastGoodSlice(Broken, one, feature);
        }).Check(Tries.Of(150));

    [Fact]
    public void A_feature_that_fails_and_keeps_half_of_what_it_did_is_seen()
    {
        Failing[] halfway = [.. ReactionOrder.All.Select(inner => new Failing(inner, keepsHalf: true))];

        Assert.Contains(FoldCase.Sample(100), one =>
        {
            halfway[^2].From = FromOf(one, place: 1);
            return !IsAtItsLastGoodSlice(halfway, one, FeatureCode.Charter);
        });
    }

    [Fact]
    public void A_feature_that_takes_another_one_with_it_is_seen()
    {
        Failing[] wild = [.. ReactionOrder.All.Select(inner => new Failing(inner))];
        var engine = new RelationshipEngine(wild);

        Assert.Contains(FoldCase.Sample(100), one =>
        {
            wild[^2].From = FromOf(one, place: 1);
            wild[^2].How = pass =>
            {
                pass.Draft.Engagement = null;
                throw new InvalidTimeZoneException();
            };
            return DecisionText.Without(FeatureCode.Charter, Replay(engine, one)) != DecisionText.Without(FeatureCode.Charter, Replay(Sound, one));
        });
    }

    [Fact]
    public void A_feature_that_nobody_knows_may_fail_and_nothing_else_changes() =>
        Prop.ForAll(FoldCase.WithRetractions, Place, (one, place) =>
        {
            Last.From = FromOf(one, place);
            return DecisionText.Without(default, Replay(WithOneMore, one)) == DecisionText.Without(default, Replay(Sound, one));
        }).Check(Tries.Of(150));

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
        }).Check(Tries.Of(150));

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
        }).Check(Tries.Of(150));

    /// <summary>The instant of an event, and often of one that closes a task: then the failing feature must not open it again.</summary>
    private static Instant FromOf(FoldCase one, int place)
    {
        var closings = one.Events.Where(e => e.Entry is TaskClosed).ToArray();
        var choice = closings.Length > 0 && place % 2 == 0 ? closings : one.Events;
        return choice[place / 2 % choice.Length].OccurredAt;
    }

    private static void Fail(string feature, Instant from, Action<FoldPass>? how = null)
    {
        foreach (var each in Broken)
        {
            each.From = each.Feature == feature ? from : Instant.MaxValue;
            each.How = how ?? Throw;
        }
    }

    private static void Throw(FoldPass pass) => throw new InvalidTimeZoneException();

    private static void TooMuch(FoldPass pass)
    {
        for (var i = 0; i <= FoldPass.MostDerived; i++)
        {
            pass.Note(FindingCodes.NoOpenTime, "again");
        }
    }

    /// <summary>Under one version of the rules, so that nothing fails in a past that is only asked for.</summary>
    private static bool IsAtItsLastGoodSlice(Failing[] order, FoldCase changing, FeatureCode feature)
    {
        var one = new FoldCase([changing.Entries[0]], changing.Events);
        var failing = order.Single(each => each.Feature == feature.Value);
        var replay = Replay(new RelationshipEngine(order), one);
        return replay.Next.Faults.IsEmpty || StateText.Of(DecisionText.SliceOf(feature, replay.Next)) == failing.LastGood;
    }

    private static Decision Replay(RelationshipEngine engine, FoldCase one) => engine.Replay(Histories.Anna, one.Events, one.Log, FoldCase.End);

    /// <summary>Does its work, and fails at the end of it, from an instant on.</summary>
    private sealed class Failing(Reaction inner, bool keepsHalf = false) : AlteredReaction(inner)
    {
        internal Instant From { get; set; } = Instant.MaxValue;

        internal Action<FoldPass> How { get; set; } = Throw;

        /// <summary>Gets the slice as it stood before the work that failed.</summary>
        internal string? LastGood { get; private set; }

        internal override void On(FoldPass pass, ITimelineEntry entry) => Then(pass, () => base.On(pass, entry));

        internal override void Tick(FoldPass pass) => Then(pass, () => base.Tick(pass));

        internal override void Cross(FoldPass pass, RulesInForce before) => Then(pass, () => base.Cross(pass, before));

        internal override void Restore(Draft draft, object? slice)
        {
            if (!keepsHalf)
            {
                base.Restore(draft, slice);
            }
        }

        private void Then(FoldPass pass, Action work)
        {
            LastGood = pass.At >= From ? StateText.Of(Save(pass.Draft)) : null;
            work();
            if (pass.At >= From)
            {
                How(pass);
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
