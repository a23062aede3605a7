using System.Collections.Immutable;

namespace CandidateCrm.Lifecycle;

/// <summary>Puts answers of a machine into sentences.</summary>
internal static class TransitionWords
{
    internal static string Refusal<TState, TTrigger>(
        TState state, TTrigger trigger, in Transition<TState> transition, in TransitionGrounds<TState, TTrigger> grounds)
        where TState : notnull
        where TTrigger : notnull => transition.Obstacle switch
        {
            TransitionObstacle.ParameterMissing => $"«{state}» takes «{trigger}» only with {List(" and ", grounds.Missing)}.",
            TransitionObstacle.ParameterThrew => $"«{state}» refuses «{trigger}», because a parameter could not be read: {List(" or ", grounds.Missing)}.",
            TransitionObstacle.GuardThrew => $"«{state}» refuses «{trigger}», because its guard {grounds.Rules[0].Guard} failed: nobody knows whether {grounds.Rules[0].GuardDescription}.",
            TransitionObstacle.ChoiceThrew => $"«{state}» refuses «{trigger}», because its choice {grounds.Rules[0].Choice} failed.",
            TransitionObstacle.ChoiceUndeclared => $"«{state}» refuses «{trigger}», because its choice {grounds.Rules[0].Choice} gave a state that the rule does not declare.",
            _ when grounds.Rules.IsEmpty => $"«{state}» does not permit «{trigger}».",
            _ => $"«{state}» permits «{trigger}» only where {string.Join(", or ", grounds.Rules.Select(rule => $"{rule.GuardDescription} ({rule.Guard})"))}.",
        };

    internal static string Permits<TTrigger>(IReadOnlyCollection<TTrigger> permitted) => permitted.Count == 0
        ? "It permits nothing now."
        : $"It permits {string.Join(", ", permitted.Select(trigger => $"«{trigger}»"))}.";

    internal static string Acceptance<TState, TTrigger>(TState state, in Transition<TState> transition, TransitionRule<TState, TTrigger> rule)
        where TState : notnull
        where TTrigger : notnull
    {
        var what = transition.Outcome switch
        {
            TransitionOutcome.Moved => $"«{rule.Trigger}» leads from «{state}» to «{transition.Target}»",
            TransitionOutcome.Reentered => $"«{rule.Trigger}» leaves «{state}» and enters it again",
            TransitionOutcome.Internal => $"«{rule.Trigger}» is handled within «{state}»",
            _ => $"«{rule.Trigger}» changes nothing in «{state}»",
        };
        var whose = EqualityComparer<TState>.Default.Equals(rule.From, state) ? "" : $", by a rule of «{rule.From}»";
        var chosen = rule.Choice is null ? "" : $", as decided by {rule.ChoiceDescription} ({rule.Choice})";
        var why = rule.Guard is null ? "" : $", because {rule.GuardDescription} ({rule.Guard})";
        return $"{what}{whose}{chosen}{why}.";
    }

    private static string List<TTrigger>(string joint, ImmutableArray<RequiredParameter<TTrigger>> parameters)
        where TTrigger : notnull => string.Join(joint, parameters.Select(parameter => $"{parameter.Description} ({parameter.Name})"));
}
