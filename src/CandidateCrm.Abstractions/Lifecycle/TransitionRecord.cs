namespace CandidateCrm.Lifecycle;

/// <summary>One answer of a state machine, kept: what was asked, what came of it, and under which rule.</summary>
/// <typeparam name="TState">The type of the states.</typeparam>
/// <typeparam name="TTrigger">The type of the triggers.</typeparam>
public sealed record TransitionRecord<TState, TTrigger>
    where TState : notnull
    where TTrigger : notnull
{
    /// <summary>Gets the name of the definition that decided.</summary>
    public required string Machine { get; init; }

    /// <summary>Gets the state before.</summary>
    public required TState From { get; init; }

    /// <summary>Gets the trigger.</summary>
    public required TTrigger Trigger { get; init; }

    /// <summary>Gets the answer: outcome, state afterwards, deciding rule.</summary>
    public required Transition<TState> Transition { get; init; }
}
