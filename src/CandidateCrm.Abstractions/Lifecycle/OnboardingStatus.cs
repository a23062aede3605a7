namespace CandidateCrm.Lifecycle;

/// <summary>Where the onboarding of one hire stands.</summary>
public enum OnboardingStatus
{
    /// <summary>It goes on, also where no first day of work is known.</summary>
    Running = 0,

    /// <summary>It is over, and the person an employee.</summary>
    Over = 1,

    /// <summary>There is nothing to look after any more: the hire was taken back, or the employment ended.</summary>
    Void = 2,
}
