namespace CandidateCrm.Applications;

/// <summary>Finds the application that a new one of the same person follows.</summary>
internal static class EarlierApplication
{
    /// <summary>Returns, of those that have ended, the latest for the same opening, or else the latest; null where none has. What was never submitted, or was the same application twice, is none.</summary>
    internal static ApplicationState? Of(ApplicationsSlice? slice, ApplicationState state)
    {
        ApplicationState? best = null;
        foreach (var earlier in slice?.All ?? [])
        {
            if (earlier.Application != state.Application && IsOne(earlier) && (best is null || IsNearer(earlier, best, state)))
            {
                best = earlier;
            }
        }

        return best;
    }

    private static bool IsOne(ApplicationState earlier) => earlier.Ending is { Disposition: not Disposition.Duplicate, From: ApplicationStatus.Live };

    private static bool IsNearer(ApplicationState one, ApplicationState other, ApplicationState state)
    {
        var isSame = IsSameOpening(one, state);
        return isSame == IsSameOpening(other, state) ? one.Ending!.At >= other.Ending!.At : isSame;
    }

    private static bool IsSameOpening(ApplicationState earlier, ApplicationState state) => state.Requisition.IsAssigned && earlier.Requisition == state.Requisition;
}
