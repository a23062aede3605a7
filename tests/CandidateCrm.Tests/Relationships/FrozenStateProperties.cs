using System.Runtime.InteropServices;
using CandidateCrm.Charter;
using CandidateCrm.Fixtures;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Relationships;

/// <summary>The fold works on a draft. What it has once given away never changes with it.</summary>
public sealed class FrozenStateProperties
{
    private static readonly RelationshipEngine Engine = new();

    [Fact]
    public void A_state_that_was_given_away_stays_as_it_was_however_the_fold_goes_on() =>
        Prop.ForAll(FoldCase.WithRetractions, one => StaysFrozen(Engine, one)).Check(Tries.Of(150));

    [Fact]
    public void A_checkpoint_and_what_followed_up_to_it_stay_as_they_were_however_the_fold_goes_on() =>
        Prop.ForAll(FoldCase.Long, one => StaysFrozen(Engine, one)).Check(Tries.Of(40));

    [Fact]
    public void A_checkpoint_in_the_middle_of_a_replay_is_the_state_that_a_replay_up_to_it_ends_in() =>
        Prop.ForAll(FoldCase.Long, one =>
        {
            var replay = Engine.Replay(Histories.Anna, one.Events, one.Log, FoldCase.End);
            return replay.Checkpoints.All(kept =>
            {
                var told = one.InOrder.Take((int)kept.Told).ToArray();
                var upTo = Engine.Replay(Histories.Anna, [.. told, .. one.Events.Where(e => e.Entry is FactsRetracted && !told.Contains(e))], one.Log, kept.Cursor.At);
                return one.Events.Any(e => e.Entry is FactsRetracted)
                    || StateText.Of(upTo.Next with { ToldAtCheckpoint = kept.ToldAtCheckpoint }) == StateText.Of(kept);
            });
        }).Check(Tries.Of(40));

    [Fact]
    public void A_feature_that_changes_its_slice_in_place_is_seen()
    {
        var careless = new RelationshipEngine([.. ReactionOrder.All.Select(r => r is CharterReaction ? new InPlace(r) : r)]);

        Assert.Contains(FoldCase.Sample(100), one => !StaysFrozen(careless, one));
    }

    private static bool StaysFrozen(RelationshipEngine engine, FoldCase one)
    {
        var given = new List<(object Value, string Text)>();
        var state = Relationship.Empty(Histories.Anna);
        foreach (var next in one.InOrder)
        {
            state = Go(engine.Apply(state, next, one.Log), () => engine.Replay(Histories.Anna, one.InOrder.TakeWhile(e => e.Place <= next.Place), one.Log));
            state = Go(engine.Advance(state, next.OccurredAt + Duration.FromHours(5), one.Log), otherwise: null);
        }

        Go(engine.Advance(state, FoldCase.End, one.Log), () => engine.Replay(Histories.Anna, one.Events, one.Log, FoldCase.End));
        return given.TrueForAll(each => StateText.Of(each.Value) == each.Text);

        Relationship Go(Decision decision, Func<Decision>? otherwise)
        {
            if (decision.Status == DecisionStatus.NeedsTimeline)
            {
                return otherwise is null ? decision.Next : Go(otherwise(), otherwise: null);
            }

            foreach (var value in decision.Checkpoints.Append<object>(decision.Next).Append(decision.Derived).Append(decision.Effects))
            {
                given.Add((value, StateText.Of(value)));
            }

            return decision.Next;
        }
    }

    /// <summary>Writes the promises over those that the last state holds, where they fit.</summary>
    private sealed class InPlace(Reaction inner) : AlteredReaction(inner)
    {
        internal override void On(FoldPass pass, ITimelineEntry entry)
        {
            var before = pass.Draft.Charter;
            base.On(pass, entry);
            if (pass.Draft.Charter is { } after && before is { Promises.IsEmpty: false } && before.Promises.Length == after.Promises.Length)
            {
                after.Promises.AsSpan().CopyTo(ImmutableCollectionsMarshal.AsArray(before.Promises));
            }
        }
    }
}
