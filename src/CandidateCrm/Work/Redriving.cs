using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tenants;
using NodaTime;

namespace CandidateCrm.Work;

/// <summary>Plans to try the features of a relationship again that failed.</summary>
internal static class Redriving
{
    /// <summary>
    /// Replays the whole timeline up to now and plans the commit of what differs: a feature that no longer fails has its slice, its events and its
    /// effects as if it had never failed, and its fault is gone. Where nothing differs, writing the plan would change nothing.
    /// </summary>
    internal static RecordPlan Plan(RelationshipEngine engine, RecordedPast past, ActivationLog log, Instant now)
    {
        var state = past.State;

        // Alarms that rang a moment ahead of our clock have rung; one that a wrong clock rang far ahead is taken back.
        var horizon = state.Cursor.Micros == long.MinValue ? now : Instant.Max(now, Instant.Min(state.Cursor.At, now + Door.Tolerance));
        var plan = PastCorrection.PlanUpTo(engine, past, horizon, log);
        return plan with { Next = plan.Next with { Redrive = plan.Next.Faults.IsEmpty ? null : state.Redrive } };
    }
}
