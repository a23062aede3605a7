using System.Collections.Immutable;

namespace CandidateCrm.Engagement;

/// <summary>Fit and engagement side by side.</summary>
public sealed record FitStanding
{
    /// <summary>Gets the fit.</summary>
    public required FitAnswer Fit { get; init; }

    /// <summary>Gets the band of the score, the lowest one for a candidate without a touchpoint that counts; null where the model names no score, or the score has no bands.</summary>
    public required BandKey? Engagement { get; init; }

    /// <summary>Gets what the host calls this pair; null where the matrix does not name it.</summary>
    public FitCellKey? Cell { get; init; }

    /// <summary>Renders both as lines of English text: those of the fit, and one that says the pair. Built on each call.</summary>
    public ImmutableArray<string> ToText() => [.. Fit.ToText(), (Engagement is { } band ? $"engagement {band}" : "no engagement") + (Cell is { } cell ? $": {cell}" : "")];
}
