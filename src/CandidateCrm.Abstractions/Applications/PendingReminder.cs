using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>A reminder of an interview that is still to come.</summary>
/// <param name="Reminder">Which one.</param>
/// <param name="At">When it comes.</param>
public readonly record struct PendingReminder(ReminderKey Reminder, Instant At);
