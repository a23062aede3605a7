namespace CandidateCrm.Applications;

/// <summary>A rule of a pipeline: some time before an interview begins, <see cref="InterviewApproaching"/> is raised.</summary>
public sealed record InterviewReminder
{
    /// <summary>Gets the key; unique within its pipeline.</summary>
    public required ReminderKey Key { get; init; }

    /// <summary>Gets when it comes. One that would come before the date of the interview was told, or not before it begins, does not come at all.</summary>
    public required ReminderTime Time { get; init; }
}
