namespace CandidateCrm.Lifecycle;

/// <summary>A trigger that a state would accept now, and what would come of it.</summary>
/// <typeparam name="TState">The type of the states.</typeparam>
/// <typeparam name="TTrigger">The type of the triggers.</typeparam>
public sealed record PermittedTrigger<TState, TTrigger>
    where TState : notnull
    where TTrigger : notnull
{
    /// <summary>Gets the trigger.</summary>
    public required TTrigger Trigger { get; init; }

    /// <summary>Gets the answer that firing it would give.</summary>
    public required Transition<TState> Transition { get; init; }
}
