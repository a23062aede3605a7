namespace CandidateCrm.Charter;

/// <summary>What the end of an application makes of an open promise about it. A broken one ends in any case.</summary>
public enum ApplicationEndRule
{
    /// <summary>It is void: nobody waits any more.</summary>
    Void,

    /// <summary>It stays open and is still owed.</summary>
    Stay,

    /// <summary>It counts as kept: what was promised held to the end.</summary>
    Keep,
}
