namespace CandidateCrm.Timeline;

/// <summary>Which way a touchpoint goes.</summary>
public enum Direction
{
    /// <summary>Neither, for example a page visit that was only counted.</summary>
    None,

    /// <summary>From the candidate to us.</summary>
    Inbound,

    /// <summary>From us to the candidate.</summary>
    Outbound,
}
