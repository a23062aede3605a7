namespace CandidateCrm.Benchmarks.Reports;

/// <summary>What was measured for one goal: the worst ratio and the most bytes of all its cases; both null where nothing was.</summary>
public sealed record GoalResult(Goal Goal, double? Ratio, long? Bytes)
{
    /// <summary>Gets whether anything was measured.</summary>
    public bool IsMeasured => Ratio is not null || Bytes is not null;

    /// <summary>Gets whether the goal is met; null where nothing was measured. What the goal names but the run did not measure is not met.</summary>
    public bool? IsMet => IsMeasured ? RatioIsMet && BytesAreMet : null;

    private bool RatioIsMet => Goal.MostRatio is not { } most || (Ratio is { } ratio && ratio <= most);

    private bool BytesAreMet => Goal.MostBytes is not { } most || (Bytes is { } bytes && bytes <= most);
}
