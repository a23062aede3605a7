namespace CandidateCrm.Audit;

/// <summary>What a step of a trace is about.</summary>
public enum TraceStepKind
{
    /// <summary>Something was told.</summary>
    Fact,

    /// <summary>Something was done in the world.</summary>
    Act,

    /// <summary>Time alone changed something.</summary>
    Alarm,

    /// <summary>Other rules came into force, whether or not anything of this candidate changed by it.</summary>
    RulesChange,
}
