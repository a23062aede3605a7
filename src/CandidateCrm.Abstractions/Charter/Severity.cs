namespace CandidateCrm.Charter;

/// <summary>How much a broken promise weighs, from little to much.</summary>
public enum Severity
{
    /// <summary>Less than most.</summary>
    Low = -1,

    /// <summary>As most do.</summary>
    Normal = 0,

    /// <summary>More than most.</summary>
    High = 1,

    /// <summary>Must not happen.</summary>
    Critical = 2,
}
