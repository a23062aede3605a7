using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Insights;
using CandidateCrm.Timeline;
using NodaTime;

namespace Quickstart.Reports;

/// <summary>Everything that the reports show. Each figure is an answer of the library.</summary>
internal sealed record CrmFigures
{
    internal required string Title { get; init; }

    internal required Instant AsOf { get; init; }

    internal required PhaseCounts Phases { get; init; }

    internal required InsightsReport Insights { get; init; }

    internal required ReportCard Charter { get; init; }

    internal required Func<StageKey, string> NameOf { get; init; }

    /// <summary>Gets the promises that are overdue and open, the longest first.</summary>
    internal ImmutableArray<OverduePromise> Overdue { get; init; } = [];

    /// <summary>Gets the most engaged candidates, and why.</summary>
    internal ImmutableArray<(RankedCandidate Candidate, ScoreExplanation Why)> Engaged { get; init; } = [];

    /// <summary>Gets the next alarms, the earliest first.</summary>
    internal ImmutableArray<(CandidateId Candidate, Instant WakeAt, ImmutableArray<Promise> Promises)> Alarms { get; init; } = [];

    /// <summary>Gets one candidate's timeline with what followed; empty where none is shown.</summary>
    internal ImmutableArray<TimelineEvent> Story { get; init; } = [];
}
