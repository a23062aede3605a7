using CandidateCrm.Applications;

namespace CandidateCrm.Insights;

/// <summary>How often one kind of step was taken, and how soon.</summary>
public sealed record StepReport
{
    /// <summary>Gets which stage or activity.</summary>
    public required StageKey Step { get; init; }

    /// <summary>Gets how many times it was taken, repeats included.</summary>
    public required long Events { get; init; }

    /// <summary>Gets how many applications took it at least once.</summary>
    public required long Applications { get; init; }

    /// <summary>Gets how many applications took it more than once.</summary>
    public required long Repeated { get; init; }

    /// <summary>Gets for how many applications it was the last step.</summary>
    public required long Last { get; init; }

    /// <summary>Gets the time from the application to the first such step; an application that began with this step is not in it.</summary>
    public required DurationSummary FromApplication { get; init; }
}
