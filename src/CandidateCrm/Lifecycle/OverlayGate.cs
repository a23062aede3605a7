using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Lifecycle;

/// <summary>What overlays refuse, to the lifecycle, and what holds a person refuses to every other feature: the one place that says so. The strongest answers: erased, merged, contact barred, snoozed.</summary>
internal static class OverlayGate
{
    /// <summary>Says whether a feature rests for a person who goes on elsewhere or was erased: nothing is promised, watched, reminded or answered, and no clock of it rings.</summary>
    internal static bool Rests(CandidateHolds? holds) => holds is { IsClosed: true };

    /// <summary>Says whether a candidate may hear something of a kind at an instant, without having asked.</summary>
    internal static bool Permits(CandidateHolds? holds, NoticeKind kind, Instant at) =>
        holds is null || (!Rests(holds) && holds.BarredSince is null && !(kind == NoticeKind.Outreach && OutreachFrom(holds) > at));

    /// <summary>Returns until when nobody is reached out to, because the person is set aside; null where they are not.</summary>
    internal static Instant? OutreachFrom(CandidateHolds? holds) => holds?.AwayUntil;

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
