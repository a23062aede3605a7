namespace CandidateCrm.Applications;

/// <summary>What the candidate knows of how an application ended.</summary>
public enum EndingNews
{
    /// <summary>Nobody told them, and no message was asked for.</summary>
    Untold,

    /// <summary>Nobody told them so far; a message was asked for by <see cref="RefusalDue"/>.</summary>
    Asked,

    /// <summary>They were told, after the ending on the line.</summary>
    Told,

    /// <summary>Nobody told them for so long that no message is asked for any more.</summary>
    Stale,
}
