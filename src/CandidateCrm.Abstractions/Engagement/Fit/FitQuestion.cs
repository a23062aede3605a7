using CandidateCrm.Relationships;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>What a subject is asked about one candidate.</summary>
public sealed record FitQuestion
{
    /// <summary>Gets the model.</summary>
    public required FitDefinition Definition { get; init; }

    /// <summary>Gets the candidate's relationship as it was at <see cref="At"/>.</summary>
    public required Relationship Relationship { get; init; }

    /// <summary>Gets the band of the score that the model names; null where it names none, or the score has no bands.</summary>
    public BandKey? Engagement { get; init; }

    /// <summary>Gets the instant that is asked about, from which relative times are seen.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets the instant at which it is asked. By this one a justification of a proxy is in force or not: asking about the past gives back none that has ended.</summary>
    public required Instant AskedAt { get; init; }

    /// <summary>Gets the zone in which days begin.</summary>
    public required DateTimeZone Zone { get; init; }
}
