namespace CandidateCrm.Applications;

/// <summary>What an application is at the moment. Only a live one puts a person in a process: phases and promises follow from it alone.</summary>
public enum ApplicationStatus
{
    /// <summary>It was submitted, or moves as if it had been, and has not ended.</summary>
    Live = 0,

    /// <summary>The candidate began it and has not submitted it.</summary>
    Draft = 1,

    /// <summary>Somebody was put forward and has not applied.</summary>
    Prospect = 2,

    /// <summary>It ended, with a hire or otherwise.</summary>
    Ended = 3,

    /// <summary>It was begun and given up. Going on with it or submitting it brings it back.</summary>
    Abandoned = 4,

    /// <summary>The host deleted it. Its id stays, so that what is told of it later is understood.</summary>
    Removed = 5,
}
