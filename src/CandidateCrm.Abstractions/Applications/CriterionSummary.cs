namespace CandidateCrm.Applications;

/// <summary>What several interviewers gave for one criterion, each as a share of the most that they could give: 0 to 1.</summary>
public sealed record CriterionSummary
{
    /// <summary>Gets the criterion.</summary>
    public required CriterionCode Criterion { get; init; }

    /// <summary>Gets how many interviewers judged it: 1 or more.</summary>
    public required int Count { get; init; }

    /// <summary>Gets the lowest share.</summary>
    public required double Lowest { get; init; }

    /// <summary>Gets the mean of the shares, not rounded.</summary>
    public required double Mean { get; init; }

    /// <summary>Gets the highest share.</summary>
    public required double Highest { get; init; }
}
