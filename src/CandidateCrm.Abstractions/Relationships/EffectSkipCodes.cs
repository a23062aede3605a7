namespace CandidateCrm.Relationships;

/// <summary>The codes of why an effect was skipped, as <see cref="EffectSkipped.Reason"/> names them. They never change.</summary>
public static class EffectSkipCodes
{
    /// <summary>Its time had passed by more than is allowed.</summary>
    public const string TooLate = "effect.too_late";

    /// <summary>It is a task that was closed before it was opened, or whose promise came to a higher level meanwhile.</summary>
    public const string Overtaken = "effect.overtaken";

    /// <summary>A person gave it up.</summary>
    public const string Dropped = "effect.dropped";

    /// <summary>An import told what asks for it, after its time.</summary>
    public const string Imported = "effect.imported";
}
