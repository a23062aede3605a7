using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>Which rule of a taxonomy an ending breaks.</summary>
internal static class ReasonRules
{
    /// <summary>Returns the code of what is wrong with the reason of an ending, or null. Without a taxonomy any reason will do.</summary>
    internal static string? Broken(DispositionTaxonomy? taxonomy, Disposition disposition, ReasonCode reason)
    {
        if (!reason.IsAssigned)
        {
            return (taxonomy?.NeedingReason ?? DispositionTaxonomy.NeedingReasonByDefault).Contains(disposition) ? FindingCodes.ReasonMissing : null;
        }

        if (taxonomy is null)
        {
            return null;
        }

        return taxonomy.Find(reason) is not { } known ? FindingCodes.ReasonUnknown
            : known.Dispositions.Contains(disposition) ? null : FindingCodes.ReasonUnfit;
    }
}
