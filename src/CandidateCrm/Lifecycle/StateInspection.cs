using System.Collections.Immutable;

namespace CandidateCrm.Lifecycle;

/// <summary>What a state would answer to every trigger of its machine, in one context. Together the two lists hold each trigger once.</summary>
/// <typeparam name="TState">The type of the states.</typeparam>
/// <typeparam name="TTrigger">The type of the triggers.</typeparam>
public sealed record StateInspection<TState, TTrigger>
    where TState : notnull
    where TTrigger : notnull
{
    /// <summary>Gets the state.</summary>
    public required TState State { get; init; }

    /// <summary>Gets the triggers that would be accepted, ignored ones included, in the order of the machine's triggers.</summary>
    public required ImmutableArray<PermittedTrigger<TState, TTrigger>> Permitted { get; init; }

    /// <summary>Gets the triggers that would be refused, and why, in the order of the machine's triggers.</summary>
    public required ImmutableArray<RefusedTrigger<TTrigger>> Refused { get; init; }
}
