using CandidateCrm.Candidates;
using CandidateCrm.Fixtures;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Relationships;

public sealed class CheckpointProperties
{
    private static readonly RelationshipEngine Engine = new();

    [Fact]
    public void From_every_checkpoint_the_rest_of_the_line_leads_to_the_replay() =>
        Prop.ForAll(FoldCase.Long, one =>
        {
            var replay = Engine.Replay(Histories.Anna, one.Events, one.Log, FoldCase.End);
            return replay.Checkpoints.All(from => GoesOn(one, from, replay));
        }).Check(Tries.Of(60));

    [Fact]
    public void Events_that_come_in_pairs_at_one_instant_are_kept_as_well()
    {
        var events = Enumerable.Range(0, 101).Select(i => Histories.Event($"e-{i:D3}", Histories.Start + Duration.FromMinutes((i + 1) / 2), new CandidateFound { Source = SourceCode.From("fair") })).ToArray();

        Assert.Equal(12, Engine.Replay(Histories.Anna, events, TestRules.Log).Checkpoints.Length);
    }

    [Fact]
    public void Live_and_in_a_replay_the_same_states_are_kept() =>
        Prop.ForAll(FoldCase.Long, one =>
        {
            var live = new List<Relationship>();
            var state = Relationship.Empty(Histories.Anna);
            foreach (var next in one.InOrder)
            {
                var decision = Engine.Apply(state, next, one.Log);
                if (decision.Status == DecisionStatus.NeedsTimeline)
                {
                    return true;
                }

                live.AddRange(decision.Checkpoints);
                state = decision.Next;
            }

            var replay = Engine.Replay(Histories.Anna, one.Events, one.Log, FoldCase.End);
            return live.Select(StateText.Of).SequenceEqual(replay.Checkpoints.Select(StateText.Of));
        }).Check(Tries.Of(60));

    [Fact]
    public void After_8_events_a_state_is_kept_as_soon_as_the_next_one_stands_at_another_instant() =>
        Prop.ForAll(FoldCase.Long, one =>
        {
            var told = Engine.Replay(Histories.Anna, one.Events, one.Log, FoldCase.End).Checkpoints.Select(c => c.Told).Prepend(0).Append(one.Events.Length).ToArray();
            var line = one.InOrder.ToArray();
            return told.Zip(told.Skip(1)).All(pair => Enumerable.Range((int)pair.First + 8, Math.Max(0, (int)(pair.Second - pair.First - 8))).All(n => IsTogether(line, one.Log, n)));
        }).Check(Tries.Of(60));

    // Nothing parts an event from one before it, or from a change of rules, at the same instant.
    private static bool IsTogether(TimelineEvent[] line, ActivationLog log, int place) =>
        line[place].OccurredAt == line[place - 1].OccurredAt || log.InForce.Any(entry => entry.EffectiveFrom == line[place].OccurredAt);

    private static bool GoesOn(FoldCase one, Relationship from, Decision replay)
    {
        var rest = one.Events.Where(e => e.Place > from.Cursor).ToArray();
        var next = Engine.ApplyAll(from, rest, one.Log);
        var last = next.Status == DecisionStatus.Applied ? Engine.Advance(next.Next, FoldCase.End, one.Log) : next;
        if (last.Status == DecisionStatus.NeedsTimeline)
        {
            // Only where something that lies before the checkpoint has to be known.
            return rest.Any(e => e.Entry is FactsRetracted) || one.Log.InForce.Any(entry => entry.EffectiveFrom > from.Cursor.At);
        }

        return StateText.Of(last.Next) == StateText.Of(replay.Next)
            && replay.Derived.Skip(replay.Derived.Length - next.Derived.Length - last.Derived.Length).SequenceEqual(next.Derived.Concat(last.Derived))
            && replay.Effects.Skip(replay.Effects.Length - next.Effects.Length - last.Effects.Length).SequenceEqual(next.Effects.Concat(last.Effects));
    }
}
