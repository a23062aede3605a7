namespace CandidateCrm.Charter;

/// <summary>What a level is for.</summary>
public enum LevelKind
{
    /// <summary>Those who can still keep it are told in time.</summary>
    Warning,

    /// <summary>Those are told who can do something about it, before or after it broke.</summary>
    Escalation,
}
