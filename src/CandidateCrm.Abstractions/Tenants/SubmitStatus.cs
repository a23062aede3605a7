namespace CandidateCrm.Tenants;

/// <summary>What became of a submitted fact.</summary>
public enum SubmitStatus
{
    /// <summary>It waits in the inbox; in a host's transaction, from its commit on. Whether it tells something new is found when it is recorded.</summary>
    Accepted,

    /// <summary>It was malformed; nothing of it is kept.</summary>
    Refused,
}
