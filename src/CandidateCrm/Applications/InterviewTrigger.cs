namespace CandidateCrm.Applications;

/// <summary>What happens to an interview.</summary>
public enum InterviewTrigger
{
    /// <summary>The candidate is given dates to choose from.</summary>
    OfferSlots,

    /// <summary>The candidate chose none in time.</summary>
    Lapse,

    /// <summary>It has a date.</summary>
    Schedule,

    /// <summary>It has another date.</summary>
    Reschedule,

    /// <summary>It will not take place.</summary>
    Cancel,

    /// <summary>Somebody did not come.</summary>
    Miss,

    /// <summary>It took place.</summary>
    Hold,
}
