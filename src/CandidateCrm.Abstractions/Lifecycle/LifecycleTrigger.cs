namespace CandidateCrm.Lifecycle;

/// <summary>What can move the relationship with a person from one phase to another. Closed: rules branch on it.</summary>
public enum LifecycleTrigger
{
    /// <summary>The person became known to us: sourced, referred, imported or matched. Nobody has spoken yet.</summary>
    Found = 0,

    /// <summary>We reached out: one message or call, without an answer yet.</summary>
    Approached = 1,

    /// <summary>The person showed a first interest without speaking to us: a visit, a sign-up, a click.</summary>
    ShowedInterest = 2,

    /// <summary>Two-way contact took place: each side has spoken to the other.</summary>
    Conversed = 3,

    /// <summary>An application went live: submitted, or opened again.</summary>
    Applied = 4,

    /// <summary>The last live application ended without a hire, whoever ended it.</summary>
    ProcessEnded = 5,

    /// <summary>The person was hired.</summary>
    Hired = 6,

    /// <summary>The person was set aside for later, by somebody's decision or by a rule about silence.</summary>
    Parked = 7,

    /// <summary>A former candidate shows by their own act that they want to talk about a job again.</summary>
    Reengaged = 8,

    /// <summary>The employment of somebody who had been hired ended.</summary>
    EmploymentEnded = 9,
}
