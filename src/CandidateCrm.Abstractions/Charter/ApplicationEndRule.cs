namespace CandidateCrm.Charter;

/// <summary>
/// What the end of an application makes of a promise about it that runs or is overdue. At its due instant the end comes too late: a promise that nobody kept is broken.
/// </summary>
public enum ApplicationEndRule
{
    /// <summary>It ends: void where it ran, broken where it was overdue. Nobody waits any more.</summary>
    Void,

    /// <summary>It is still owed, and stays on the list of what is overdue once it is; in figures it is broken then, as one that ended is.</summary>
    Stay,

    /// <summary>It counts as kept: what was promised held to the end. One that was overdue stays broken.</summary>
    Keep,
}
