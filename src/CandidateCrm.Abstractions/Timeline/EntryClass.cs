namespace CandidateCrm.Timeline;

/// <summary>The three classes of entries.</summary>
public enum EntryClass
{
    /// <summary>Told by the host or a provider.</summary>
    Fact,

    /// <summary>Done in the world.</summary>
    Act,

    /// <summary>Follows from both.</summary>
    Derived,
}
