using System.Collections.Immutable;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>Computes when the reminders of an interview come.</summary>
internal static class ReminderPlan
{
    /// <summary>Returns the reminders from an instant on, in the order in which they come; those of one instant in the order of the rules.</summary>
    /// <param name="rules">The reminders of the pipeline.</param>
    /// <param name="plan">The date of the interview.</param>
    /// <param name="now">When the date was told. What would have come before it does not come.</param>
    /// <param name="zone">The tenant's zone, for an interview that names none, or one that nobody has.</param>
    /// <param name="zones">Finds zones by their ids.</param>
    internal static ImmutableArray<PendingReminder> Of(ImmutableArray<InterviewReminder> rules, InterviewScheduled plan, Instant now, DateTimeZone zone, Func<string, DateTimeZone?> zones)
    {
        if (rules.IsDefaultOrEmpty)
        {
            return [];
        }

        var there = plan.Zone is { } id ? zones(id) ?? zone : zone;
        return
        [
            .. rules.Select(rule => new PendingReminder(rule.Key, Microseconds.Floor(rule.Time.Of(plan.StartsAt, there))))
                .Where(reminder => reminder.At >= now && reminder.At < plan.StartsAt)
                .OrderBy(reminder => reminder.At),
        ];
    }
}
