using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>A reminder of an interview that is still to come.</summary>
public readonly record struct PendingReminder
{
    /// <summary>Initializes a reminder.</summary>
    /// <param name="reminder">Which one.</param>
    /// <param name="at">When it comes.</param>
    public PendingReminder(ReminderKey reminder, Instant at)
    {
        Reminder = reminder;
        At = at;
    }

    /// <summary>Gets which one.</summary>
    public ReminderKey Reminder { get; }

    /// <summary>Gets when it comes.</summary>
    public Instant At { get; }
}
