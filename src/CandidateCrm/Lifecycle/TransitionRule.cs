namespace CandidateCrm.Lifecycle;

/// <summary>One rule of a state machine, as it was written.</summary>
/// <typeparam name="TState">The type of the states.</typeparam>
/// <typeparam name="TTrigger">The type of the triggers.</typeparam>
public sealed record TransitionRule<TState, TTrigger>
    where TState : notnull
    where TTrigger : notnull
{
    /// <summary>Gets the number of the rule, which <see cref="Transition{TState}.ReasonId"/> repeats: 1 for the first one written.</summary>
    public required int Id { get; init; }

    /// <summary>Gets the state that the rule is for.</summary>
    public required TState From { get; init; }

    /// <summary>Gets the trigger that the rule answers.</summary>
    public required TTrigger Trigger { get; init; }

    /// <summary>Gets what the rule answers; never a refusal.</summary>
    public required TransitionOutcome Outcome { get; init; }

    /// <summary>Gets the state afterwards; the same as before unless the rule moves.</summary>
    public required TState Target { get; init; }

    /// <summary>Gets the name of the guard, or null where the rule always applies.</summary>
    public string? Guard { get; init; }

    /// <summary>Gets what has to hold for the guard to be met, in words; null where the rule always applies.</summary>
    public string? GuardDescription { get; init; }
}
