namespace CandidateCrm.Lifecycle;

/// <summary>One guarded rule of a cell, and the next one to ask.</summary>
internal sealed class GuardedChoice<TState, TContext>(
    TransitionGuard<TContext> guard, Transition<TState> met, GuardedChoice<TState, TContext>? next)
    where TState : notnull
{
    internal readonly TransitionGuard<TContext> Guard = guard;
    internal readonly Transition<TState> Met = met;
    internal readonly GuardedChoice<TState, TContext>? Next = next;
}
