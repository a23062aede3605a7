using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Insights;

/// <summary>How applications end when the open ones are not counted as losses: plain counts and cumulative incidences side by side.</summary>
public sealed record CompetingRisksReport
{
    /// <summary>Gets until when the applications were observed.</summary>
    public required Instant AsOf { get; init; }

    /// <summary>Gets how many applications were measured.</summary>
    public required long Applications { get; init; }

    /// <summary>Gets how many of them are open: right-censored.</summary>
    public required long RightCensored { get; init; }

    /// <summary>Gets how many could not be measured, since they have no step or ended before their first one; they are in no other figure.</summary>
    public required long Unmeasured { get; init; }

    /// <summary>Gets the longest time for which an application was observed; beyond it nothing is estimated.</summary>
    public required Duration? Longest { get; init; }

    /// <summary>Gets hired, rejected, withdrew and closed otherwise, in this order.</summary>
    public required ImmutableArray<CompetingRisk> Risks { get; init; }

    /// <summary>Gets the incidences at each time at which an application ended, ascending.</summary>
    public required ImmutableArray<RiskPoint> Curve { get; init; }

    /// <summary>Gets one of the four ends.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Open is no end.</exception>
    public CompetingRisk Of(OutcomeKind outcome) =>
        Risks.FirstOrDefault(risk => risk.Outcome == outcome)
        ?? throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "An end is hired, rejected, withdrew or closed otherwise.");
}
