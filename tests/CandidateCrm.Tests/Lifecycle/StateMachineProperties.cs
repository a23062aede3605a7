using CandidateCrm.Applications;
using CandidateCrm.Fixtures;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Lifecycle;

public sealed class StateMachineProperties
{
    public enum Near
    {
        A,
        B,
        C,
        D,
        E,
        F,
    }

    public enum Gaps : short
    {
        A = -3,
        B = 1,
        C = 2,
        D = 5,
        E = 9,
        F = 10,
    }

    public enum Tiny : sbyte
    {
        A = -128,
        B = -1,
        C = 0,
        D = 1,
        E = 50,
        F = 127,
    }

    public enum Far : long
    {
        A = long.MinValue,
        B = -1,
        C = 0,
        D = 1,
        E = 1L << 40,
        F = long.MaxValue,
    }

    [Fact]
    public void Enums_without_gaps_answer_as_the_oracle() =>
        Agrees(StateMachine.Define<Near, Near, int>, Member<Near>, Member<Near>);

    [Fact]
    public void Enums_with_gaps_and_negative_members_answer_as_the_oracle() =>
        Agrees(StateMachine.Define<Gaps, Gaps, int>, Member<Gaps>, Member<Gaps>);

    [Fact]
    public void Narrow_enums_answer_as_the_oracle() =>
        Agrees(StateMachine.Define<Tiny, Tiny, int>, Member<Tiny>, Member<Tiny>);

    [Fact]
    public void Wide_enums_with_members_far_apart_answer_as_the_oracle() =>
        Agrees(StateMachine.Define<Far, Far, int>, Member<Far>, Member<Far>);

    [Fact]
    public void Texts_answer_as_the_oracle() =>
        Agrees(StateMachine.Define<string, string, int>, Text, number => number.ToString("D9", null));

    [Fact]
    public void Codes_answer_as_the_oracle() =>
        Agrees(StateMachine.DefineKeyed<StageKey, Near, int>, number => StageKey.From(Text(number)), Member<Near>);

    [Fact]
    public void Codes_defined_as_any_other_type_answer_as_the_oracle() =>
        Agrees(StateMachine.Define<StageKey, (int, int), int>, number => StageKey.From(Text(number)), number => (number, -number));

    [Fact]
    public void A_review_finds_what_the_oracle_finds() =>
        Check.One(Tries.Of(600), Prop.ForAll(RandomMachine.Any, machine =>
        {
            var found = machine.Into(StateMachine.Define<int, int, int>("random"), number => number, number => number)
                .Review().Select(fault => fault.Code).Order(StringComparer.Ordinal);
            return found.SequenceEqual(new MachineOracle(machine).Faults().Order(StringComparer.Ordinal));
        }));

    [Fact]
    public void An_inspection_agrees_with_firing_each_trigger() =>
        Prop.ForAll(RandomMachine.Sound, RandomMachine.Walks, (machine, walk) =>
        {
            var built = machine.Into(StateMachine.Define<int, int, int>("random"), number => number, number => number).Build();
            return walk.All(step => Inspects(built, step.State, step.Context));
        }).Check(Tries.Of());

    [Fact]
    public void A_record_and_an_explanation_hold_the_same_answer_as_firing() =>
        Prop.ForAll(RandomMachine.Sound, RandomMachine.Walks, (machine, walk) =>
        {
            var built = machine.Into(StateMachine.Define<Near, Near, int>("random"), Member<Near>, Member<Near>).Build();
            return walk.All(step =>
            {
                var fired = built.Fire((Near)step.State, (Near)step.Trigger, step.Context);
                return fired == built.Record((Near)step.State, (Near)step.Trigger, step.Context).Transition
                    && fired == built.Explain((Near)step.State, (Near)step.Trigger, step.Context).Transition
                    && fired.IsRefused != built.CanFire((Near)step.State, (Near)step.Trigger, step.Context);
            });
        }).Check(Tries.Of());

    [Fact]
    public void What_is_left_and_entered_is_what_the_oracle_says() =>
        Prop.ForAll(RandomMachine.Sound, RandomMachine.Walks, (machine, walk) =>
        {
            var built = machine.Into(StateMachine.Define<Gaps, Near, int>("random"), Member<Gaps>, Member<Near>).Build();
            var oracle = new MachineOracle(machine);
            return walk.All(step =>
            {
                var path = built.PathOf(Member<Gaps>(step.State), built.Fire(Member<Gaps>(step.State), (Near)step.Trigger, step.Context));
                var (left, entered) = oracle.Path(step.State, oracle.Answer(step.State, step.Trigger, step.Context));
                return path.Left.SequenceEqual([.. left.Select(Member<Gaps>)]) && path.Entered.SequenceEqual([.. entered.Select(Member<Gaps>)]);
            });
        }).Check(Tries.Of());

    [Fact]
    public void Being_in_a_state_and_settling_in_it_is_what_the_oracle_says() =>
        Prop.ForAll(RandomMachine.Sound, machine =>
        {
            var built = machine.Into(StateMachine.Define<Gaps, Near, int>("random"), Member<Gaps>, Member<Near>).Build();
            var oracle = new MachineOracle(machine);
            return machine.Configured.All(state =>
                built.Settle(Member<Gaps>(state)) == Member<Gaps>(oracle.Settle(state))
                && built.PathInto(Member<Gaps>(state)).Entered.SequenceEqual([.. oracle.Around(oracle.Settle(state)).AsEnumerable().Reverse().Select(Member<Gaps>)])
                && machine.Configured.All(outer => built.IsIn(Member<Gaps>(state), Member<Gaps>(outer)) == oracle.Around(state).Contains(outer)));
        }).Check(Tries.Of());

    private static bool Inspects(StateMachineDefinition<int, int, int> machine, int state, int context)
    {
        var inspection = machine.Inspect(state, context);
        return inspection.Permitted.All(one => one.Transition == machine.Fire(state, one.Trigger, context) && !one.Transition.IsRefused)
            && inspection.Refused.All(one => machine.Fire(state, one.Trigger, context) is { IsRefused: true } answer
                && answer.Code == one.Code
                && one.Guards.IsEmpty != (one.Code is TransitionCodes.GuardUnmet or TransitionCodes.GuardThrew)
                && one.MissingParameters.IsEmpty == (one.Code != TransitionCodes.ParameterMissing))
            && inspection.Permitted.Select(one => one.Trigger).Concat(inspection.Refused.Select(one => one.Trigger)).Order()
                .SequenceEqual(machine.Triggers.Order());
    }

    /// <summary>Walks both, from wherever the last step led and from anywhere.</summary>
    private static void Agrees<TState, TTrigger>(
        Func<string, StateMachineBuilder<TState, TTrigger, int>> define, Func<int, TState> state, Func<int, TTrigger> trigger)
        where TState : notnull
        where TTrigger : notnull
    {
        Prop.ForAll(RandomMachine.Sound, RandomMachine.Walks, (machine, walk) =>
        {
            var built = machine.Into(define("random"), state, trigger).Build();
            var oracle = new MachineOracle(machine);
            var at = machine.Starts[0];
            foreach (var step in walk)
            {
                if (!Same(step.State, step) || !Same(at, step))
                {
                    return false;
                }

                at = oracle.Answer(at, step.Trigger, step.Context).Target;
            }

            return true;

            bool Same(int from, (int State, int Trigger, int Context) step)
            {
                var answer = oracle.Answer(from, step.Trigger, step.Context);
                var expected = new Transition<TState>(answer.Outcome, state(answer.Target), (ushort)answer.ReasonId, answer.Obstacle);
                return built.Fire(state(from), trigger(step.Trigger), step.Context) == expected;
            }
        }).Check(Tries.Of());
    }

    private static T Member<T>(int number)
        where T : struct, Enum => Enum.GetValues<T>()[number];

    /// <summary>Texts of every length class, two of which differ only in their middle.</summary>
    private static string Text(int number) =>
        new[] { "a", "offer", "on-site", "phone-screening-1-with-a-recruiter", "phone-screening-2-with-a-recruiter", "background-check" }[number];
}
