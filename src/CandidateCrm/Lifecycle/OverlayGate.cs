namespace CandidateCrm.Lifecycle;

/// <summary>What overlays refuse. The strongest answers: erased, merged, contact barred, snoozed.</summary>
internal static class OverlayGate
{
    /// <summary>Returns what is in the way of a trigger, whatever the phase; none where nothing is.</summary>
    internal static TransitionObstacle ObstacleOf(OverlayRules rules, LifecycleOverlays overlays, LifecycleTrigger trigger)
    {
        if (overlays.ErasedAt is not null)
        {
            return TransitionObstacle.Erased;
        }

        if (overlays.MergedAt is not null)
        {
            return TransitionObstacle.Merged;
        }

        if (overlays.ContactBar is not null && rules.ContactBarRefuses.Contains(trigger))
        {
            return TransitionObstacle.ContactBarred;
        }

        return overlays.Snooze is not null && rules.SnoozeRefuses.Contains(trigger) && !rules.SnoozeEndedBy.Contains(trigger)
            ? TransitionObstacle.Snoozed
            : TransitionObstacle.None;
    }
}
