namespace CandidateCrm.Lifecycle;

/// <summary>A rule with its guard, as the builder collects it.</summary>
internal sealed record RuleDraft<TState, TTrigger, TContext>(TransitionRule<TState, TTrigger> Rule, TransitionGuard<TContext>? Guard)
    where TState : notnull
    where TTrigger : notnull;
