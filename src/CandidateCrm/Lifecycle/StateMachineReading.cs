using System.Collections.Immutable;

namespace CandidateCrm.Lifecycle;

/// <summary>What came of reading a state machine.</summary>
/// <typeparam name="TContext">What the guards look at.</typeparam>
public sealed record StateMachineReading<TContext>
{
    /// <summary>Gets the definition, or null where anything is wrong.</summary>
    public required StateMachineDefinition<string, string, TContext>? Definition { get; init; }

    /// <summary>Gets everything that is wrong, the form first; empty where there is a definition.</summary>
    public required ImmutableArray<StateMachineFault> Faults { get; init; }
}
