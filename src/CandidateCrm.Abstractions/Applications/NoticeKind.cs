namespace CandidateCrm.Applications;

/// <summary>What a candidate hears from us without having asked in that moment.</summary>
public enum NoticeKind
{
    /// <summary>The answer to what they wait for, such as the end of an application.</summary>
    Answer,

    /// <summary>A word about what was agreed with them, such as the date of an interview.</summary>
    Reminder,

    /// <summary>A word that nobody waits for, such as about a draft that lies idle.</summary>
    Outreach,
}
