using CandidateCrm.Audit;
using CandidateCrm.Fixtures;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Audit;

public sealed class TraceProperties
{
    private static readonly RelationshipEngine Engine = new();

    [Fact]
    public void A_trace_of_a_whole_life_is_what_the_replay_brought_forth_in_its_order() =>
        Check(past =>
        {
            var trace = TraceOf(past);
            var replay = Engine.Replay(Histories.Anna, past.Events, past.Log, Pasts.End);
            return trace.Steps.SelectMany(step => step.Derived).SequenceEqual(replay.Derived)
                && trace.Steps.SelectMany(step => step.Effects).Select(traced => traced.Effect).SequenceEqual(replay.Effects)
                && trace.Steps.SelectMany(step => step.Faults).SequenceEqual(replay.Next.Faults);
        });

    [Fact]
    public void Who_looks_on_changes_no_answer() =>
        Check(past => StateText.Of(Engine.Observed(Histories.Anna, past.Events, past.Log, Pasts.End, new PassRecording()))
            == StateText.Of(Engine.Replay(Histories.Anna, past.Events, past.Log, Pasts.End)));

    [Fact]
    public void Every_fact_and_act_has_one_step_and_the_steps_stand_in_the_order_of_the_line() =>
        Check(past =>
        {
            var steps = TraceOf(past).Steps;
            return steps.Where(step => step.Event.IsAssigned).Select(step => step.Event).SequenceEqual(past.Events.OrderBy(e => e.Place).Select(e => e.Id))
                && steps.Zip(steps.Skip(1)).All(pair => pair.First.Place < pair.Second.Place);
        });

    [Fact]
    public void A_step_names_the_rules_in_force_at_its_instant() =>
        Check(past => TraceOf(past).Steps.All(step => step.RulesPosition == past.Log.InForceAt(step.Place.At).Position));

    [Fact]
    public void Every_change_of_rules_after_the_first_fact_has_a_step() =>
        Check(past =>
        {
            var first = past.Events.Min(e => e.OccurredAt);
            var changes = TraceOf(past).Steps.Where(step => step.Kind == TraceStepKind.RulesChange).Select(step => step.Place.At);
            return changes.SequenceEqual(past.Log.InForce.Skip(1).Select(entry => entry.EffectiveFrom).Where(from => from > first));
        });

    [Fact]
    public void What_brought_something_forth_has_reacted_or_failed_and_what_was_taken_back_moves_nothing() =>
        Check(past => TraceOf(past).Steps.All(step =>
            (step.Derived.IsEmpty && step.Effects.IsEmpty) || !step.Reacted.IsEmpty || !step.Faults.IsEmpty));

    [Fact]
    public void A_span_is_a_part_of_the_whole() =>
        Check(past =>
        {
            var (from, to) = (Histories.Start + Duration.FromDays(7), Histories.Start + Duration.FromDays(21));
            var whole = TraceOf(past).Steps.Where(step => step.Place.At >= from && step.Place.At <= to);
            var span = Tracing.Of(SeenPast.Of(Engine, past.Events, [], past.Log, (Histories.Anna, to)), from);
            return StateText.Of(span.Steps) == StateText.Of(whole.ToArray());
        });

    private static CandidateTrace TraceOf((TimelineEvent[] Events, ActivationLog Log) past) =>
        Tracing.Of(SeenPast.Of(Engine, past.Events, [], past.Log, (Histories.Anna, Pasts.End)), from: null);

    private static void Check(Func<(TimelineEvent[] Events, ActivationLog Log), bool> holds) => Prop.ForAll(Pasts.Any, holds).Check(Tries.Of(150));
}
