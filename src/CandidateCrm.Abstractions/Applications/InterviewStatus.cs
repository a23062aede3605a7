namespace CandidateCrm.Applications;

/// <summary>How an interview stands.</summary>
public enum InterviewStatus
{
    /// <summary>Nothing but feedback was told of it.</summary>
    Untold,

    /// <summary>The candidate has dates to choose from.</summary>
    SlotsOffered,

    /// <summary>The candidate had dates to choose from and chose none in time.</summary>
    SlotsLapsed,

    /// <summary>It has a date.</summary>
    Scheduled,

    /// <summary>It took place.</summary>
    Held,

    /// <summary>Somebody did not come.</summary>
    Missed,

    /// <summary>It will not take place.</summary>
    Cancelled,
}
