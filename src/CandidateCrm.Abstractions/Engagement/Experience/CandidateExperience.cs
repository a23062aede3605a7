using System.Collections.Immutable;
using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>The experience that a candidate has had with us.</summary>
public sealed record CandidateExperience
{
    /// <summary>Gets the candidate.</summary>
    public required CandidateId Candidate { get; init; }

    /// <summary>Gets the instant that it holds for.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets the model that it is judged by.</summary>
    public required ExperienceKey Model { get; init; }

    /// <summary>Gets its version.</summary>
    public required int Version { get; init; }

    /// <summary>Gets the experience of the whole relationship, applications included.</summary>
    public required ExperienceSummary Relationship { get; init; }

    /// <summary>Gets the experience with each application that has a moment, in the ordinal order of their ids.</summary>
    public required ImmutableArray<ApplicationExperience> Applications { get; init; }

    /// <summary>Gets the moments that count, in order of time and id, for a host that wants them told apart otherwise.</summary>
    public required ImmutableArray<ExperienceMoment> Moments { get; init; }
}
