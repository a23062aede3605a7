using System.Collections.Immutable;
using CandidateCrm.Segments;

namespace CandidateCrm.Engagement;

/// <summary>One criterion of an answer. The lines add up to what was earned, known and possible.</summary>
public sealed record FitLine
{
    /// <summary>Gets the criterion.</summary>
    public required FitCriterionKey Criterion { get; init; }

    /// <summary>Gets what came of it.</summary>
    public required FitOutcome Outcome { get; init; }

    /// <summary>Gets the points that it could earn.</summary>
    public required decimal Points { get; init; }

    /// <summary>Gets the points that it earned: all or none.</summary>
    public decimal Earned => Outcome == FitOutcome.Met ? Points : 0;

    /// <summary>Gets why the proxies that it uses may be used; empty where it uses none.</summary>
    public ImmutableArray<FieldJustification> Justifications { get; init; } = [];
}
