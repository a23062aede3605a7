using System.Runtime.CompilerServices;

namespace CandidateCrm.Lifecycle;

/// <summary>Decides which phase follows, by the table of a lifecycle definition. Each definition is compiled once and kept as long as it lives.</summary>
public sealed class LifecycleEngine
{
    private readonly ConditionalWeakTable<LifecycleDefinition, StateMachineDefinition<Phase, LifecycleTrigger, NoContext>> _machines = [];

    /// <summary>Decides what a trigger does in a phase; a refusal is a value with a code.</summary>
    /// <exception cref="ArgumentException">The phase is not assigned, or the trigger is none of those defined.</exception>
    public Transition<Phase> Decide(LifecycleDefinition definition, Phase current, LifecycleTrigger trigger)
    {
        var machine = MachineOf(definition);
        if (!current.IsAssigned)
        {
            throw new ArgumentException("The current phase must be assigned.", nameof(current));
        }

        return Enum.IsDefined(trigger)
            ? machine.Fire(current, trigger, default)
            : throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "The trigger is none of those defined.");
    }

    /// <summary>Decides what a trigger does in a phase beneath overlays. What an overlay refuses is refused in every phase, with its code.</summary>
    /// <exception cref="ArgumentException">The phase is not assigned, or the trigger is none of those defined.</exception>
    public Transition<Phase> Decide(LifecycleDefinition definition, Phase current, LifecycleTrigger trigger, LifecycleOverlays overlays)
    {
        ArgumentNullException.ThrowIfNull(overlays);
        var beneath = Decide(definition, current, trigger);
        var obstacle = OverlayGate.ObstacleOf(definition.Overlays, overlays, trigger);
        return obstacle == TransitionObstacle.None ? beneath : new Transition<Phase>(TransitionOutcome.Refused, current, Transition<Phase>.NoRule, obstacle);
    }

    /// <summary>Gets the machine of a definition, for drawing, inspecting and explaining.</summary>
    /// <exception cref="StateMachineFaultsException">The definition is faulty; the exception lists every fault.</exception>
    public StateMachineDefinition<Phase, LifecycleTrigger, NoContext> MachineOf(LifecycleDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return _machines.TryGetValue(definition, out var machine)
            ? machine
            : _machines.GetValue(definition, LifecycleCompiler.Compile);
    }
}
