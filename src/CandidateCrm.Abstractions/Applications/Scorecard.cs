using System.Collections.Immutable;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>The feedback of one interviewer as it stands: the last that was given and not taken back.</summary>
public sealed record Scorecard
{
    /// <summary>Gets the application, by the id that the feedback named.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets the interview.</summary>
    public required InterviewId Interview { get; init; }

    /// <summary>Gets who gave it.</summary>
    public required PersonId By { get; init; }

    /// <summary>Gets when it was given, the last time.</summary>
    public required Instant GivenAt { get; init; }

    /// <summary>Gets what it came to; unassigned where that was not told.</summary>
    public FeedbackVerdict Verdict { get; init; }

    /// <summary>Gets the points by criterion, in the order told; empty where none were.</summary>
    public ImmutableArray<ScorecardRow> Rows { get; init; } = [];
}
