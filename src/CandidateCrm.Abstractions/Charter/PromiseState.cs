namespace CandidateCrm.Charter;

/// <summary>The verdict on a promise.</summary>
public enum PromiseState
{
    /// <summary>Its time is running.</summary>
    Open,

    /// <summary>Its time stands still.</summary>
    Paused,

    /// <summary>Kept at or before the due time.</summary>
    Kept,

    /// <summary>The due time passed without it being kept.</summary>
    Broken,

    /// <summary>It ended without a verdict, because what it was about ended.</summary>
    Void,
}
