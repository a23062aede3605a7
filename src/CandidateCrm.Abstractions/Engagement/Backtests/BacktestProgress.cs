namespace CandidateCrm.Engagement;

/// <summary>How far a back-test has come.</summary>
public readonly record struct BacktestProgress
{
    /// <summary>Gets how many candidates were read; 0 where the samples are given by the host.</summary>
    public long Candidates { get; init; }

    /// <summary>Gets how many samples were taken, those that are not judged included.</summary>
    public long Samples { get; init; }
}
