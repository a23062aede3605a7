using NodaTime;

namespace CandidateCrm.Relationships;

/// <summary>When features that failed are tried again.</summary>
public readonly record struct Redrive
{
    /// <summary>Gets how often they were tried again in vain.</summary>
    public required int Attempts { get; init; }

    /// <summary>Gets when to try again; null where a person has to ask for it.</summary>
    public Instant? At { get; init; }
}
