using System.Collections.Immutable;

namespace CandidateCrm.Lifecycle;

/// <summary>Finds out why a machine answers as it does, by asking guards again; for people, so it may allocate.</summary>
internal static class TransitionInquiry
{
    internal static TransitionExplanation<TState, TTrigger> Explain<TState, TTrigger, TContext>(
        StateMachineDefinition<TState, TTrigger, TContext> machine, TState state, TTrigger trigger, in TContext context)
        where TState : notnull
        where TTrigger : notnull
    {
        var transition = machine.Fire(state, trigger, in context);
        var permitted = ImmutableArray.CreateBuilder<TTrigger>();
        foreach (var other in transition.ReasonId == Transition<TState>.NoSuchState ? [] : machine.Triggers)
        {
            if (machine.CanFire(state, other, in context))
            {
                permitted.Add(other);
            }
        }

        var grounds = Grounds(machine, state, trigger, transition, in context);
        return new TransitionExplanation<TState, TTrigger>
        {
            Transition = transition,
            Sentence = transition.ReasonId == Transition<TState>.NoSuchState
                ? $"The machine «{machine.Name}» has no state «{transition.Target}»."
                : transition.IsRefused
                    ? $"{TransitionWords.Refusal(state, trigger, transition, grounds)} {TransitionWords.Permits(permitted)}"
                    : TransitionWords.Acceptance(state, transition, machine.Rules[transition.ReasonId - 1]),
            Guards = Names(transition, grounds),
            MissingParameters = [.. grounds.Missing.Select(parameter => parameter.Name)],
            Permitted = permitted.ToImmutable(),
        };
    }

    internal static StateInspection<TState, TTrigger> Inspect<TState, TTrigger, TContext>(
        StateMachineDefinition<TState, TTrigger, TContext> machine, TState state, in TContext context)
        where TState : notnull
        where TTrigger : notnull
    {
        var permitted = ImmutableArray.CreateBuilder<PermittedTrigger<TState, TTrigger>>();
        var refused = ImmutableArray.CreateBuilder<RefusedTrigger<TTrigger>>();
        foreach (var trigger in machine.Triggers)
        {
            var transition = machine.Fire(state, trigger, in context);
            if (!transition.IsRefused)
            {
                permitted.Add(new PermittedTrigger<TState, TTrigger> { Trigger = trigger, Transition = transition });
                continue;
            }

            var grounds = Grounds(machine, state, trigger, transition, in context);
            refused.Add(new RefusedTrigger<TTrigger>
            {
                Trigger = trigger,
                Code = transition.Code,
                Sentence = TransitionWords.Refusal(state, trigger, transition, grounds),
                Guards = Names(transition, grounds),
                MissingParameters = [.. grounds.Missing.Select(parameter => parameter.Name)],
            });
        }

        return new StateInspection<TState, TTrigger> { State = state, Permitted = permitted.ToImmutable(), Refused = refused.ToImmutable() };
    }

    /// <summary>Where a choice failed, its guard was met and refused nothing.</summary>
    private static ImmutableArray<string> Names<TState, TTrigger>(in Transition<TState> transition, in TransitionGrounds<TState, TTrigger> grounds)
        where TState : notnull
        where TTrigger : notnull => transition.Obstacle is TransitionObstacle.ChoiceThrew or TransitionObstacle.ChoiceUndeclared ? [] : [.. grounds.Rules.Where(rule => rule.Guard is not null).Select(rule => rule.Guard!)];

    /// <summary>The rules that decided: the one that was met or that failed, or all whose guards were not met; and the parameters in the way.</summary>
    private static TransitionGrounds<TState, TTrigger> Grounds<TState, TTrigger, TContext>(
        StateMachineDefinition<TState, TTrigger, TContext> machine, TState state, TTrigger trigger, in Transition<TState> transition, in TContext context)
        where TState : notnull
        where TTrigger : notnull
    {
        if (transition.Obstacle is TransitionObstacle.ParameterMissing or TransitionObstacle.ParameterThrew)
        {
            return new([], Missing(machine, trigger, in context));
        }

        if (!transition.IsRefused || transition.Obstacle != TransitionObstacle.None)
        {
            return new([machine.Rules[transition.ReasonId - 1]], []);
        }

        var rules = ImmutableArray.CreateBuilder<TransitionRule<TState, TTrigger>>();
        for (var choice = machine.Asks(state, trigger); choice is not null; choice = choice.Next)
        {
            if (choice.Threw.Obstacle == TransitionObstacle.GuardThrew)
            {
                rules.Add(machine.Rules[choice.Threw.ReasonId - 1]);
            }
        }

        return new(rules.ToImmutable(), []);
    }

    private static ImmutableArray<RequiredParameter<TTrigger>> Missing<TState, TTrigger, TContext>(
        StateMachineDefinition<TState, TTrigger, TContext> machine, TTrigger trigger, in TContext context)
        where TState : notnull
        where TTrigger : notnull
    {
        var missing = ImmutableArray.CreateBuilder<RequiredParameter<TTrigger>>();
        foreach (var (number, parameter) in machine.Parameters.Index())
        {
            if (EqualityComparer<TTrigger>.Default.Equals(parameter.Trigger, trigger) && !IsGiven(machine.ParameterGuards[number], in context))
            {
                missing.Add(parameter);
            }
        }

        return missing.ToImmutable();
    }

    private static bool IsGiven<TContext>(TransitionGuard<TContext> given, in TContext context)
    {
        try
        {
            return given(in context);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return false;
        }
    }
}
