using CandidateCrm.Segments;

namespace CandidateCrm.Engagement;

/// <summary>One thing that is looked for: a rule, and the points that it earns where it holds.</summary>
public sealed record FitCriterion
{
    /// <summary>The most points of a criterion.</summary>
    public const decimal MostPoints = 10_000;

    /// <summary>Gets the name; once per model.</summary>
    /// <exception cref="ArgumentException">The key was never assigned.</exception>
    public required FitCriterionKey Key { get; init => field = ScoreBounds.Named(value, value.IsAssigned, "A criterion's key"); }

    /// <summary>Gets the rule, over the schema with which the model is used. The classes of attributes apply as in segments.</summary>
    public required SegmentRule Rule { get; init => field = ScoreBounds.Given(value, "A criterion's rule"); }

    /// <summary>Gets the points: more than 0, at most 10,000, with at most 6 decimals.</summary>
    /// <exception cref="ArgumentOutOfRangeException">They lie outside these bounds.</exception>
    public required decimal Points { get; init => field = ScoreBounds.Checked(value, PointsFault(value)); }

    internal static string? PointsFault(decimal points) =>
        points is > 0 and <= MostPoints && decimal.Round(points, 6) == points ? null : "A criterion has more than 0 and at most 10,000 points, with at most 6 decimals.";
}
