using CandidateCrm.Relationships;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Tenants;

/// <summary>The tasks that an import asks for: their time has passed, so they are not handed over, and an act says so.</summary>
internal static class ImportedTasks
{
    /// <summary>Makes the acts for tasks of a plan that are still to be done: those that this import asks for, and those of an earlier one that a correction opens again.</summary>
    internal static List<TimelineEvent> Skip(RecordPlan plan, Delivery delivery, Instant? importedAt, Instant now)
    {
        var acts = new List<TimelineEvent>();
        foreach (var wanted in plan.Wanted.Where(wanted => wanted is { Intent: OpenTask, Withheld: null } && plan.IsImported(wanted, importedAt)).Concat(plan.Left))
        {
            if (OpenTasks.Contains(plan.Next.Tasks, wanted.Key))
            {
                var act = ActOf(plan.Next, wanted, now);
                if (!delivery.Knows(act.Id))
                {
                    acts.Add(act);
                }
            }
        }

        return acts;
    }

    // Right after everything that was folded: before it the act would be late, and much later it could come after a change of rules or the next page.
    private static TimelineEvent ActOf(Relationship next, Effect task, Instant now) => new()
    {
        Relationship = next.Key,
        Id = ActIds.OfSkip(next.Key, task),
        OccurredAt = next.Cursor.At + Duration.FromTicks(10),
        RecordedAt = now,
        Actor = Actor.Crm,
        Entry = new EffectSkipped { Effect = task.Key, Reason = EffectSkipCodes.Imported },
    };
}
