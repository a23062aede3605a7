using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Lifecycle;

/// <summary>Fires triggers and moves the phase.</summary>
internal static class PhaseStep
{
    /// <summary>Fires a trigger; true where the phase is another one. A refusal by the phase is passed over, unless the facts imply the move.</summary>
    /// <param name="pass">The pass.</param>
    /// <param name="definition">The lifecycle.</param>
    /// <param name="trigger">The trigger.</param>
    /// <param name="isImplied">Whether a refusal by the phase is a finding.</param>
    /// <param name="judgedAs">What overlays judge it by; the trigger itself where it is null.</param>
    internal static bool Fire(FoldPass pass, LifecycleDefinition definition, LifecycleTrigger trigger, bool isImplied, LifecycleTrigger? judgedAs = null)
    {
        if (definition.Overlays.SnoozeEndedBy.Contains(trigger))
        {
            OverlayStep.EndSnooze(pass);
        }

        var slice = pass.Draft.Lifecycle!;
        var obstacle = OverlayGate.ObstacleOf(definition.Overlays, slice.Overlays, judgedAs ?? trigger);
        if (obstacle != TransitionObstacle.None)
        {
            pass.Note(TransitionCodes.Of(obstacle), OverlayStep.SubjectOf(pass));
            return false;
        }

        var transition = pass.Rules.Lifecycle.Decide(definition, slice.Phase, trigger);
        if (transition.IsRefused && isImplied)
        {
            pass.Note(FindingCodes.PhaseRefused, $"{slice.Phase}:{trigger}");
        }

        return transition.Outcome == TransitionOutcome.Moved && Move(pass, transition.Target);
    }

    private static bool Move(FoldPass pass, Phase target)
    {
        var slice = pass.Draft.Lifecycle!;
        pass.Draft.Lifecycle = slice with { Phase = target, Since = pass.At, Changes = slice.Changes + 1, Past = slice.WithStay(pass.At) };
        pass.Raise(new PhaseChanged { From = slice.Phase, To = target, Ordinal = slice.Changes + 1 });
        return true;
    }
}
