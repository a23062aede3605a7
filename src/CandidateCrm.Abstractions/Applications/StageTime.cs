using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>How long an application was in a stage, all visits together.</summary>
public sealed record StageTime
{
    /// <summary>Gets the stage.</summary>
    public required StageKey Stage { get; init; }

    /// <summary>Gets what kind of step it is, as it was told last.</summary>
    public StageCategory Category { get; init; }

    /// <summary>Gets how often it was entered.</summary>
    public required int Visits { get; init; }

    /// <summary>Gets the time in it. What lies between an ending and a re-opening is in no stage.</summary>
    public required Duration Total { get; init; }
}
