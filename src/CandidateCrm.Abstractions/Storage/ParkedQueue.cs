namespace CandidateCrm.Storage;

/// <summary>Which queue a parked row is in.</summary>
public enum ParkedQueue
{
    /// <summary>Facts that wait to be recorded.</summary>
    Inbox,

    /// <summary>Effects that wait to be handed over.</summary>
    Outbox,
}
