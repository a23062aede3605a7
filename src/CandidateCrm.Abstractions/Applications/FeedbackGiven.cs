using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>An interviewer said what the interview came to; said again, it replaces what was said before. Words belong into the personal part.</summary>
[WireName("feedback.given")]
public sealed record FeedbackGiven : IInterviewFact
{
    /// <inheritdoc/>
    public required JobApplicationId Application { get; init; }

    /// <inheritdoc/>
    public required InterviewId Interview { get; init; }

    /// <summary>Gets who gave it.</summary>
    public required PersonId By { get; init; }

    /// <summary>Gets what it came to, if it is told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public FeedbackVerdict Verdict { get; init; }

    /// <summary>Gets the points by criterion, each criterion once: at most 64; empty where none were given.</summary>
    [JsonIgnore]
    public ImmutableArray<ScorecardRow> Scorecard { get; init => field = value.IsDefault ? [] : value; } = [];

    [JsonInclude]
    [JsonPropertyName("scorecard")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal ImmutableArray<ScorecardRow>? WrittenScorecard
    {
        get => Scorecard.IsEmpty ? null : Scorecard;
        init => Scorecard = value ?? [];
    }

    /// <summary>Says the same of the same interview.</summary>
    public bool Equals(FeedbackGiven? other) =>
        other is not null && Application == other.Application && Interview == other.Interview && By == other.By && Verdict == other.Verdict
        && Scorecard.AsSpan().SequenceEqual(other.Scorecard.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Application, Interview, By, Verdict, Scorecard.Length);

    /// <summary>Returns the ids.</summary>
    public override string ToString() => $"FeedbackGiven {Application} {Interview} {By}";
}
