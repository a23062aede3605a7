using CandidateCrm.Applications;
using NodaTime;

namespace CandidateCrm.Lifecycle;

/// <summary>What overlays refuse, to the lifecycle and to every other feature: the one place that says so. The strongest answers: erased, merged, contact barred, snoozed.</summary>
internal static class OverlayGate
{
    /// <summary>Says whether a feature rests for a person who goes on elsewhere or was erased: nothing is promised, watched, reminded or answered, and no clock of it rings.</summary>
    internal static bool Rests(LifecycleOverlays? overlays) => overlays is { IsClosed: true };

    /// <summary>Says whether a candidate may hear something of a kind at an instant, without having asked.</summary>
    internal static bool Permits(LifecycleOverlays? overlays, NoticeKind kind, Instant at) =>
        overlays is null || (!Rests(overlays) && overlays.ContactBar is null && !(kind == NoticeKind.Outreach && OutreachFrom(overlays) > at));

    /// <summary>Returns until when nobody is reached out to, because the person is set aside; null where they are not.</summary>
    internal static Instant? OutreachFrom(LifecycleOverlays? overlays) => overlays?.Snooze?.EndsAt;

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
