using System.Collections.Immutable;

namespace CandidateCrm.Engagement;

/// <summary>
/// How touchpoints become a score: the sum of the signals' values, then the caps of groups, then <see cref="Ceiling"/>, then <see cref="Floor"/>,
/// exact in decimal. Numbers are checked when they are set; what concerns several parts is said by <see cref="ScoringModelReview"/>.
/// </summary>
public sealed record ScoringModel
{
    /// <summary>Gets the name of the score; several scores live side by side.</summary>
    public required ScoreKey Key { get; init => field = ScoreBounds.Named(value, value.IsAssigned, "A model's key"); }

    /// <summary>Gets the version, 1 or more. A state belongs to one version; another one re-scores from the timeline.</summary>
    public required int Version { get; init => field = ScoreBounds.Checked(value, ScoreBounds.Version(value)); }

    /// <summary>Gets the signals, 1 to 256, in the order in which explanations list them.</summary>
    public required ImmutableArray<Signal> Signals { get; init => field = ScoreBounds.Listed(value); }

    /// <summary>Gets the groups that signals name.</summary>
    public ImmutableArray<SignalGroup> Groups { get; init => field = ScoreBounds.Listed(value); } = [];

    /// <summary>Gets the least score, with at most 9 decimal places; null for none. It acts last.</summary>
    public decimal? Floor { get; init => field = ScoreBounds.Checked(value, ScoreBounds.Limit(value)); }

    /// <summary>Gets the largest score, with at most 9 decimal places; null for none. It acts after the caps of groups.</summary>
    public decimal? Ceiling { get; init => field = ScoreBounds.Checked(value, ScoreBounds.Limit(value)); }

    /// <summary>Gets the bands from the lowest up; empty for a score without bands.</summary>
    public ImmutableArray<Band> Bands { get; init => field = ScoreBounds.Listed(value); } = [];

    /// <summary>Begins a model, version 1 unless told otherwise.</summary>
    /// <exception cref="ArgumentException">The text is not a score key.</exception>
    public static ScoringModelBuilder Named(string key) => new(ScoreKey.From(key));
}
