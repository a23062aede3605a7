using System.Collections.Immutable;

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

    /// <summary>Gets the state that the rule was written for; it holds in all its substates that have no rule of their own.</summary>
    public required TState From { get; init; }

    /// <summary>Gets the trigger that the rule answers.</summary>
    public required TTrigger Trigger { get; init; }

    /// <summary>Gets what the rule answers; never a refusal.</summary>
    public required TransitionOutcome Outcome { get; init; }

    /// <summary>
    /// Gets the state to which the rule leads, as it was written; <see cref="From"/> unless it moves, and the first of <see cref="Targets"/> where it
    /// chooses. A target with substates is entered as far as their initial one.
    /// </summary>
    public required TState Target { get; init; }

    /// <summary>Gets the name of the guard, or null where the rule always applies.</summary>
    public string? Guard { get; init; }

    /// <summary>Gets what has to hold for the guard to be met, in words; null where the rule always applies.</summary>
    public string? GuardDescription { get; init; }

    /// <summary>Gets the version of the guard; 0 where the rule always applies.</summary>
    public int GuardVersion { get; init; }

    /// <summary>Gets the name of what chooses among <see cref="Targets"/>, or null where the target is fixed.</summary>
    public string? Choice { get; init; }

    /// <summary>Gets what decides on the target, in words; null where it is fixed.</summary>
    public string? ChoiceDescription { get; init; }

    /// <summary>Gets the version of what chooses; 0 where the target is fixed.</summary>
    public int ChoiceVersion { get; init; }

    /// <summary>Gets the states among which the rule chooses; empty where the target is fixed.</summary>
    public ImmutableArray<TState> Targets { get; init; } = [];
}
