using System.Collections.Immutable;

namespace CandidateCrm.Lifecycle;

/// <summary>Puts answers of a machine into sentences.</summary>
internal static class TransitionWords
{
    internal static TransitionExplanation<TState, TTrigger> Explain<TState, TTrigger, TContext>(
        StateMachineDefinition<TState, TTrigger, TContext> machine,
        TTrigger trigger,
        Transition<TState> transition,
        ImmutableArray<TransitionRule<TState, TTrigger>> asked,
        ImmutableArray<TTrigger> permitted)
        where TState : notnull
        where TTrigger : notnull
    {
        return new TransitionExplanation<TState, TTrigger>
        {
            Transition = transition,
            Sentence = transition.ReasonId == Transition<TState>.NoSuchState
                ? $"The machine «{machine.Name}» has no state «{transition.Target}»."
                : transition.IsRefused
                    ? $"{Refusal(transition.Target, trigger, asked)} {Permits(permitted)}"
                    : Acceptance(machine.Rules[transition.ReasonId - 1]),
            Guards = Names(asked),
            Permitted = permitted,
        };
    }

    internal static RefusedTrigger<TTrigger> Refused<TState, TTrigger>(
        TState state, TTrigger trigger, Transition<TState> transition, ImmutableArray<TransitionRule<TState, TTrigger>> asked)
        where TState : notnull
        where TTrigger : notnull => new()
        {
            Trigger = trigger,
            Code = transition.Code,
            Sentence = Refusal(state, trigger, asked),
            Guards = Names(asked),
        };

    private static ImmutableArray<string> Names<TState, TTrigger>(ImmutableArray<TransitionRule<TState, TTrigger>> asked)
        where TState : notnull
        where TTrigger : notnull => [.. asked.Select(rule => rule.Guard!)];

    private static string Refusal<TState, TTrigger>(TState state, TTrigger trigger, ImmutableArray<TransitionRule<TState, TTrigger>> asked)
        where TState : notnull
        where TTrigger : notnull => asked.IsEmpty
            ? $"«{state}» does not permit «{trigger}»."
            : $"«{state}» permits «{trigger}» only where {string.Join(", or ", asked.Select(rule => $"{rule.GuardDescription} ({rule.Guard})"))}.";

    private static string Permits<TTrigger>(ImmutableArray<TTrigger> permitted) => permitted.IsEmpty
        ? "It permits nothing now."
        : $"It permits {string.Join(", ", permitted.Select(trigger => $"«{trigger}»"))}.";

    private static string Acceptance<TState, TTrigger>(TransitionRule<TState, TTrigger> rule)
        where TState : notnull
        where TTrigger : notnull
    {
        var what = rule.Outcome switch
        {
            TransitionOutcome.Moved => $"«{rule.Trigger}» leads from «{rule.From}» to «{rule.Target}»",
            TransitionOutcome.Reentered => $"«{rule.Trigger}» leaves «{rule.From}» and enters it again",
            TransitionOutcome.Internal => $"«{rule.Trigger}» is handled within «{rule.From}»",
            _ => $"«{rule.Trigger}» changes nothing in «{rule.From}»",
        };
        return rule.Guard is null ? what + "." : $"{what}, because {rule.GuardDescription} ({rule.Guard}).";
    }
}
