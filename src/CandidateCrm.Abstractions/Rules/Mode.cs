namespace CandidateCrm.Rules;

/// <summary>How far a feature of a tenant goes.</summary>
public enum Mode
{
    /// <summary>Everything is decided, stored and reportable; what it wants done outside is withheld. A new tenant starts here.</summary>
    Observe,

    /// <summary>What it wants is handed over.</summary>
    Live,

    /// <summary>It does not react; its open work ends, and it has no alarms.</summary>
    Off,
}
