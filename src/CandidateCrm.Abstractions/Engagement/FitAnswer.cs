using System.Collections.Immutable;

namespace CandidateCrm.Engagement;

/// <summary>How well one candidate matches, and how much of it is known.</summary>
public sealed record FitAnswer
{
    /// <summary>Gets the model.</summary>
    public required FitKey Model { get; init; }

    /// <summary>Gets its version.</summary>
    public required int Version { get; init; }

    /// <summary>Gets a line for each criterion, in the order of the model.</summary>
    public required ImmutableArray<FitLine> Lines { get; init; }

    /// <summary>Gets the band of fit; null where the model has none.</summary>
    public BandKey? Band { get; init; }

    /// <summary>Gets the points that were earned.</summary>
    public decimal Earned => Lines.Sum(line => line.Earned);

    /// <summary>Gets the points of the criteria that are known, met or missed.</summary>
    public decimal Known => Lines.Where(line => line.Outcome != FitOutcome.Unknown).Sum(line => line.Points);

    /// <summary>Gets the points of all criteria, those that are unknown among them.</summary>
    public decimal Possible => Lines.Sum(line => line.Points);

    /// <summary>Gets the fit, 0 to 100: of what is possible, what was earned. A quotient of decimals; bands are decided on the points, before anything is divided.</summary>
    public decimal Fit => 100 * Earned / Possible;

    /// <summary>Gets the coverage, 0 to 100: of what is possible, what is known.</summary>
    public decimal Coverage => 100 * Known / Possible;
}
