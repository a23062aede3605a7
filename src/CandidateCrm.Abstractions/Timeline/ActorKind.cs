namespace CandidateCrm.Timeline;

/// <summary>Who acts.</summary>
public enum ActorKind
{
    /// <summary>The host product, without a named person.</summary>
    Host,

    /// <summary>The candidate.</summary>
    Candidate,

    /// <summary>A named user of the host.</summary>
    Person,

    /// <summary>A provider, such as a mail service.</summary>
    Provider,

    /// <summary>This library, following a rule.</summary>
    Crm,
}
