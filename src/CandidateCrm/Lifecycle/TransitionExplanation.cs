using System.Collections.Immutable;

namespace CandidateCrm.Lifecycle;

/// <summary>An answer of a state machine in words.</summary>
/// <typeparam name="TState">The type of the states.</typeparam>
/// <typeparam name="TTrigger">The type of the triggers.</typeparam>
public sealed record TransitionExplanation<TState, TTrigger>
    where TState : notnull
    where TTrigger : notnull
{
    /// <summary>Gets the answer.</summary>
    public required Transition<TState> Transition { get; init; }

    /// <summary>Gets the stable code, one of <see cref="TransitionCodes"/>.</summary>
    public string Code => Transition.Code;

    /// <summary>Gets the answer and its reason in one sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>Gets the guard that was met, the one that threw, or the names of those that were not met where the trigger was refused; empty where no guard decided.</summary>
    public required ImmutableArray<string> Guards { get; init; }

    /// <summary>Gets the names of the parameters that the trigger needs and that were not given or could not be read; empty otherwise.</summary>
    public ImmutableArray<string> MissingParameters { get; init; } = [];

    /// <summary>Gets the triggers that the state would accept in this context; empty where the state is unknown.</summary>
    public required ImmutableArray<TTrigger> Permitted { get; init; }
}
