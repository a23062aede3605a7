namespace CandidateCrm.Lifecycle;

/// <summary>One rule of a cell that asks the host's code, and the next one to ask.</summary>
internal sealed class GuardedChoice<TState, TContext>(
    TransitionGuard<TContext> guard, Transition<TState> met, Transition<TState> threw, GuardedChoice<TState, TContext>? next)
    where TState : notnull
{
    internal readonly TransitionGuard<TContext> Guard = guard;
    internal readonly Transition<TState> Met = met;
    internal readonly Transition<TState> Threw = threw;
    internal readonly GuardedChoice<TState, TContext>? Next = next;

    /// <summary>Gets what chooses the target where the guard is met; null where <see cref="Met"/> is the answer.</summary>
    internal ChosenTarget<TState, TContext>? Chosen { get; init; }
}
