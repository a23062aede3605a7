namespace CandidateCrm.Timeline;

/// <summary>How far what an event says can be relied on.</summary>
public enum Trust
{
    /// <summary>The host vouches for it.</summary>
    Verified,

    /// <summary>A provider or another system reported it.</summary>
    Reported,

    /// <summary>Somebody claimed it, for example in a public form; it never overwrites verified data.</summary>
    Claimed,
}
