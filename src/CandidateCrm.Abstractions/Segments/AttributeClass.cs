namespace CandidateCrm.Segments;

/// <summary>What an attribute may be used for.</summary>
public enum AttributeClass
{
    /// <summary>It may be used.</summary>
    Ordinary,

    /// <summary>It stands close to something protected: it may be used only with a justification in force.</summary>
    Proxy,

    /// <summary>A way to reach somebody: only whether there is one may be asked.</summary>
    Contact,

    /// <summary>It is never used, not through a reference and not under «not».</summary>
    Protected,
}
