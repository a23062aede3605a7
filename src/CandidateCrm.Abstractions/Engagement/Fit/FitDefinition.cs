using System.Collections.Immutable;

namespace CandidateCrm.Engagement;

/// <summary>
/// A model of fit as a tenant publishes it: its rules are texts, for what fields there are is not the tenant's but the host's to say. With a schema it becomes a <see cref="FitModel"/>.
/// </summary>
public sealed record FitDefinition
{
    /// <summary>Gets the name.</summary>
    /// <exception cref="ArgumentException">The key was never assigned.</exception>
    public required FitKey Key { get; init => field = ScoreBounds.Named(value, value.IsAssigned, "A model's key"); }

    /// <summary>Gets the version, 1 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The version is less than 1.</exception>
    public int Version { get; init => field = ScoreBounds.Checked(value, ScoreBounds.Version(value)); } = 1;

    /// <summary>Gets the criteria, 1 to 100, in the order in which explanations list them.</summary>
    /// <exception cref="ArgumentException">The list was left unassigned, or holds null.</exception>
    public required ImmutableArray<FitDefinitionCriterion> Criteria { get; init => field = ScoreBounds.Listed(value); }

    /// <summary>Gets the bands of fit from the lowest up; none where the pair is not asked for.</summary>
    /// <exception cref="ArgumentException">The list was left unassigned, or holds null.</exception>
    public ImmutableArray<FitBand> Bands { get; init => field = ScoreBounds.Listed(value); } = [];

    /// <summary>Gets the score whose bands the matrix names, one of the same rules; null where there is no matrix.</summary>
    /// <exception cref="ArgumentException">A key is given that was never assigned.</exception>
    public ScoreKey? Score { get; init => field = ScoreBounds.Named(value, value?.IsAssigned ?? true, "A model's score"); }

    /// <summary>Gets what pairs mean, each pair at most once. A pair that is not named means nothing in particular.</summary>
    /// <exception cref="ArgumentException">The list was left unassigned, or holds null.</exception>
    public ImmutableArray<FitCell> Matrix { get; init => field = ScoreBounds.Listed(value); } = [];
}
