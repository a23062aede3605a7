namespace CandidateCrm.Relationships;

/// <summary>The codes of <see cref="SliceFault"/>. They never change.</summary>
public static class FaultCodes
{
    /// <summary>The feature threw; the kind of error follows the colon, never its message.</summary>
    public const string Threw = "reaction.threw:";

    /// <summary>The feature raised more than 256 derived events in one pass.</summary>
    public const string DerivedLimit = "derived.limit";

    /// <summary>The feature's next change lay before where the relationship stands, also after it was asked again.</summary>
    public const string AlarmStuck = "alarm.stuck";

    /// <summary>A version of the rules that running work was begun under cannot be had.</summary>
    public const string RulesUnavailable = "rules.unavailable";
}
