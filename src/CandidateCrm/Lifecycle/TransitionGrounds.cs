using System.Collections.Immutable;

namespace CandidateCrm.Lifecycle;

/// <summary>What an answer rests on: rules whose guards or choices decided, and parameters that were not given.</summary>
internal readonly record struct TransitionGrounds<TState, TTrigger>(
    ImmutableArray<TransitionRule<TState, TTrigger>> Rules, ImmutableArray<RequiredParameter<TTrigger>> Missing)
    where TState : notnull
    where TTrigger : notnull;
