namespace CandidateCrm.Audit;

/// <summary>The codes of <see cref="BundleFault"/> that are no codes of definitions. They never change.</summary>
public static class BundleFaultCodes
{
    /// <summary>The text is no bundle, or a part of it is missing or beyond its bounds.</summary>
    public const string Malformed = "bundle.malformed";

    /// <summary>The bundle or an event in it is of a newer version of the library.</summary>
    public const string TooNew = "bundle.too_new";

    /// <summary>The outcome does not have the hash that the bundle says: it was changed after it was exported.</summary>
    public const string OutcomeDiffers = "bundle.outcome_differs";
}
