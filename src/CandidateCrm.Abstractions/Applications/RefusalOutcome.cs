namespace CandidateCrm.Applications;

/// <summary>Whether a refusal is told.</summary>
public enum RefusalOutcome
{
    /// <summary>It may be told now, by one message for all that it covers.</summary>
    Tell,

    /// <summary>It waits: for an instant, or for another application.</summary>
    Wait,

    /// <summary>It is not told by a message of its own.</summary>
    Never,
}
