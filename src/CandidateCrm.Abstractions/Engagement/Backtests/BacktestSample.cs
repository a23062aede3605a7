using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>One candidate at one instant of the past, and what became of it.</summary>
public sealed record BacktestSample
{
    /// <summary>Gets whom it is about, such as a candidate's id; with the instant it decides who stays where there are too many samples.</summary>
    public required string Subject { get; init => field = ScoreBounds.Given(value, "The subject of a sample"); }

    /// <summary>Gets the instant at which the score is asked for.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets the touchpoints, those that were not known at the instant among them: they do not count.</summary>
    /// <exception cref="ArgumentException">The list was left unassigned, or holds null.</exception>
    public required ImmutableArray<RecordedTouch> Touches { get; init => field = ScoreBounds.Listed(value); }

    /// <summary>
    /// Gets whether the outcome came within the horizon; null where the horizon is not over yet, so that nobody can say. Such a sample is counted and not judged.
    /// </summary>
    public required bool? Outcome { get; init; }
}
