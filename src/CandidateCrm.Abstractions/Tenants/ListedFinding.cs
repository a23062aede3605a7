using CandidateCrm.Candidates;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Tenants;

/// <summary>A finding in a list.</summary>
public sealed record ListedFinding
{
    /// <summary>Gets the stable code, one of <see cref="FindingCodes"/>, or one that a newer version of the library noted.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the id or key that it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>Gets on whose timeline it stands.</summary>
    public required CandidateId Candidate { get; init; }

    /// <summary>Gets when: the instant of the fact that it follows from.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets the id under which it stands on the timeline; the event there names its cause.</summary>
    public required EventId Event { get; init; }

    /// <summary>Gets a sentence that says what the code means.</summary>
    public required string Sentence { get; init; }

    /// <summary>Gets a sentence that says what would be right, or what to do.</summary>
    public required string WouldBeRight { get; init; }
}
