using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>A move from one band to another, past or to come; it may skip bands.</summary>
public sealed record BandChange
{
    /// <summary>Gets the band that is left; without history that is the lowest.</summary>
    public required BandKey From { get; init; }

    /// <summary>Gets the band that is entered.</summary>
    public required BandKey To { get; init; }

    /// <summary>Gets the instant.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets what moved the score.</summary>
    public required BandChangeCause Cause { get; init; }
}
