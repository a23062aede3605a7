namespace CandidateCrm.Engagement;

/// <summary>One thing that is looked for, as a tenant publishes it.</summary>
public sealed record FitDefinitionCriterion
{
    /// <summary>Gets the name; once per model.</summary>
    /// <exception cref="ArgumentException">The key was never assigned.</exception>
    public required FitCriterionKey Key { get; init => field = ScoreBounds.Named(value, value.IsAssigned, "A criterion's key"); }

    /// <summary>Gets the points: more than 0, at most 10,000, with at most 6 decimals.</summary>
    /// <exception cref="ArgumentOutOfRangeException">They lie outside these bounds.</exception>
    public required decimal Points { get; init => field = ScoreBounds.Checked(value, FitCriterion.PointsFault(value)); }

    /// <summary>Gets the rule as JSON in the form of react-querybuilder. Its form is judged with the rules; which fields there are, once there is a schema.</summary>
    public required string Rule { get; init => field = ScoreBounds.Given(value, "A criterion's rule"); }
}
