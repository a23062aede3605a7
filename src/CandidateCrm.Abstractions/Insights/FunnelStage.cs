using CandidateCrm.Applications;

namespace CandidateCrm.Insights;

/// <summary>One stage of a funnel. Every count is of applications, each once, however often it came by.</summary>
public sealed record FunnelStage
{
    /// <summary>Gets which stage.</summary>
    public required StageKey Stage { get; init; }

    /// <summary>Gets how many visited this very stage at least once; a later stage implies nothing.</summary>
    public required long Reached { get; init; }

    /// <summary>Gets the plain count against the stage before (the first stage against itself); above one where the stage before was skipped.</summary>
    public required Rate? OfPrevious { get; init; }

    /// <summary>Gets the plain count against the first stage.</summary>
    public required Rate? OfFirst { get; init; }

    /// <summary>Gets how many never visited this stage, yet a later one of the funnel.</summary>
    public required long Skipped { get; init; }

    /// <summary>Gets how many visited it more than once.</summary>
    public required long Repeated { get; init; }

    /// <summary>Gets how many of the repeated came back from another step, be it outside the funnel.</summary>
    public required long Reentered { get; init; }

    /// <summary>
    /// Gets, by how they stand, those for whom this was the last stage of the funnel visited: the open ones are still here, the
    /// others left between here and the next stage. Over all stages and <see cref="FunnelReport.BeforeFirst"/> they sum to all.
    /// </summary>
    public required OutcomeCounts LastHere { get; init; }
}
