namespace CandidateCrm.Segments;

/// <summary>Who keeps an attribute.</summary>
public enum FieldHome
{
    /// <summary>It was told as a fact: known as of any instant, and of use everywhere.</summary>
    Recorded,

    /// <summary>It is read from the host's own tables: of use in queries, previews and counts.</summary>
    Host,
}
