namespace CandidateCrm.Lifecycle;

/// <summary>The stable codes of what can be wrong with a lifecycle beside what can be wrong with any state machine.</summary>
public static class LifecycleFaultCodes
{
    /// <summary>A reading means a fact that the library does not know.</summary>
    public const string FactUnknown = "lifecycle.fact_unknown";

    /// <summary>A reading means what an earlier one means already, and is never asked for it.</summary>
    public const string ReadingTwice = "lifecycle.reading_twice";

    /// <summary>A check-in lies behind the day on which the onboarding is over.</summary>
    public const string CheckInTooLate = "lifecycle.check_in_too_late";
}
