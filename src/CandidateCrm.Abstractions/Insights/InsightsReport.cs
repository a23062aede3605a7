using System.Collections.Immutable;

namespace CandidateCrm.Insights;

/// <summary>
/// Everything that application paths tell. Times run on the wall clock unless another measure was given; one that begins or ends
/// with a date alone is in whole days by any measure.
/// </summary>
public sealed record InsightsReport
{
    /// <summary>Gets what was asked.</summary>
    public required InsightsQuestion Question { get; init; }

    /// <summary>Gets how many steps all applications took together.</summary>
    public required long Events { get; init; }

    /// <summary>Gets how far applications came.</summary>
    public required FunnelReport Funnel { get; init; }

    /// <summary>Gets how applications end, the open ones taken into account.</summary>
    public required CompetingRisksReport Risks { get; init; }

    /// <summary>Gets each kind of step, the most frequent first; equal ones in ordinal order.</summary>
    public required ImmutableArray<StepReport> Steps { get; init; }

    /// <summary>Gets who took how many steps, the busiest first; equal ones in ordinal order, steps without a name first.</summary>
    public required ImmutableArray<ActorCount> Actors { get; init; }

    /// <summary>Gets the different ways through the process.</summary>
    public required PathVariants Variants { get; init; }

    /// <summary>Gets the time from the first step to the first later one of another kind; an application without one is not in it.</summary>
    public required DurationSummary FirstResponse { get; init; }

    /// <summary>Gets the time from the first step to the last one known; zero for a single step.</summary>
    public required DurationSummary Throughput { get; init; }

    /// <summary>Gets the spans in the order asked.</summary>
    public required ImmutableArray<SpanTime> Spans { get; init; }

    /// <summary>
    /// Gets the share of returning applications among those with a step: made when another application of the person, made no
    /// later, had already been rejected (at the same instant included).
    /// </summary>
    public required Rate? Returning { get; init; }
}
