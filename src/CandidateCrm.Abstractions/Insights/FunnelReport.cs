using System.Collections.Immutable;

namespace CandidateCrm.Insights;

/// <summary>
/// How far applications came. The rates are plain counts: an open application counts in the denominator although it may still
/// move on, so <see cref="RightCensored"/> stands beside them; <see cref="CompetingRisksReport"/> takes it into account.
/// </summary>
public sealed record FunnelReport
{
    /// <summary>Gets all applications by how they stand.</summary>
    public required OutcomeCounts Applications { get; init; }

    /// <summary>Gets the stages in the order of the definition.</summary>
    public required ImmutableArray<FunnelStage> Stages { get; init; }

    /// <summary>Gets those that visited no stage of the funnel, by how they stand.</summary>
    public required OutcomeCounts BeforeFirst { get; init; }

    /// <summary>Gets how many are open, so that their further way is not known.</summary>
    public long RightCensored => Applications.Open;
}
