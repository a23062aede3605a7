using System.Collections.Immutable;

namespace CandidateCrm.Lifecycle;

/// <summary>A definition of a state machine is faulty. The message and <see cref="Faults"/> list every fault.</summary>
public sealed class StateMachineFaultsException : InvalidOperationException
{
    internal StateMachineFaultsException(string machine, ImmutableArray<StateMachineFault> faults)
        : base($"The state machine «{SpelledOut.Of(machine)}» has {(faults.Length == 1 ? "a fault" : $"{faults.Length} faults")}:{string.Concat(faults.Select(fault => $"\n- {fault.Code}: {fault.Sentence}"))}") =>
        Faults = faults;

    /// <summary>Gets the faults, in the order of the states and rules concerned; at least one.</summary>
    public ImmutableArray<StateMachineFault> Faults { get; }
}
