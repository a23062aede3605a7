namespace CandidateCrm.Lifecycle;

/// <summary>Decides which phase follows. Pure, and safe for concurrent use.</summary>
public interface ILifecycleEngine
{
    /// <summary>
    /// Answers what the trigger makes of the phase. A trigger that the phase has no row for is refused with <see cref="TransitionCodes.NotPermitted"/>,
    /// a phase that the definition does not have with <see cref="TransitionCodes.UnknownState"/>; the phase then stays.
    /// </summary>
    /// <exception cref="ArgumentException">The phase is not assigned, or the trigger is none of those defined.</exception>
    /// <exception cref="InvalidOperationException">The definition is faulty; the exception lists every fault.</exception>
    Transition<Phase> Decide(LifecycleDefinition definition, Phase current, LifecycleTrigger trigger);
}
