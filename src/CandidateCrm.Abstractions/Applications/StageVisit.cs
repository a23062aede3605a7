using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>One stay of an application in a stage. Entering the same stage again is another visit.</summary>
public sealed record StageVisit
{
    /// <summary>Gets the stage.</summary>
    public required StageKey Stage { get; init; }

    /// <summary>Gets what kind of step it was.</summary>
    public StageCategory Category { get; init; }

    /// <summary>Gets when it was entered.</summary>
    public required Instant From { get; init; }

    /// <summary>Gets when it was left; null while the application is there.</summary>
    public Instant? To { get; init; }

    /// <summary>Gets who moved the application there.</summary>
    public Actor Actor { get; init; }

    /// <summary>Gets why, if that was said.</summary>
    public ReasonCode Reason { get; init; }
}
