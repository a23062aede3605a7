namespace CandidateCrm.Lifecycle;

/// <summary>A rule with its code, as the builder collects it.</summary>
internal sealed record RuleDraft<TState, TTrigger, TContext>(
    TransitionRule<TState, TTrigger> Rule, TransitionGuard<TContext>? Guard, TargetChooser<TState, TContext>? Chooser)
    where TState : notnull
    where TTrigger : notnull;
