namespace CandidateCrm.Charter;

/// <summary>Where a promise stands in a report. Each promise counts once.</summary>
public enum PromiseStanding
{
    /// <summary>It runs and is not due yet.</summary>
    OpenInTime = 0,

    /// <summary>It is broken, was not fulfilled since, and its application did not end since it was opened.</summary>
    OpenOverdue = 1,

    /// <summary>Its time stands still.</summary>
    Paused = 2,

    /// <summary>It was kept in time.</summary>
    Kept = 3,

    /// <summary>It was broken, and then fulfilled late, or it or its application ended; or what it forbids happened.</summary>
    Broken = 4,

    /// <summary>It ended without a verdict.</summary>
    Void = 5,
}
